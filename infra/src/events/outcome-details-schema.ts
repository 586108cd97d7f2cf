import { paymentMethods } from '@recourse/domain/arrangements/payment-method';
import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { ArrearsReason } from '@recourse/domain/arrangements/arrears-reason';
import { z } from 'zod';
import { oneOf } from './event-fields.js';

const arrearsReasons = {
  forgot: true,
  'income-lost': true,
  'income-late': true,
  illness: true,
  'over-indebted': true,
  'disputes-debt': true,
  unwilling: true,
  other: true,
} satisfies Record<ArrearsReason, true>;

type Reason = keyof typeof arrearsReasons;
const reasons = Object.keys(arrearsReasons) as [Reason, ...Reason[]];

/** Why somebody is in arrears, as they say. */
export const arrearsReason = oneOf(reasons);

/** What was said to us, as it comes in and as it goes out: the same fields, strict where we accept them and plain where we tell them. */
export const outcomeDetails = <A extends z.ZodType, D extends z.ZodType, I extends z.ZodType>(field: {
  amount: A;
  day: D;
  instant: I;
}) => {
  const promised = z.object(
    { amount: field.amount, by: field.day, method: oneOf(paymentMethods).exactOptional() },
    'must be an object',
  );
  return z.object(
    {
      promise: promised.exactOptional(),
      promises: z
        .array(promised, 'must be a list')
        .max(12, 'must be at most 12')
        .exactOptional()
        .describe('In the place of `promise`, when several amounts are promised.'),
      callBackAt: field.instant.exactOptional(),
      arrearsReason: arrearsReason.exactOptional(),
    },
    'must be an object',
  );
};

/** Code `promise` names what is promised: one or several amounts, each with its day, and not both ways. */
export const namesPromise = ({ code, details }: { code: string; details?: OutcomeDetails }): boolean =>
  code !== 'promise' ||
  (details?.promise !== undefined) !== (details?.promises !== undefined && details.promises.length > 0);

export const promiseUnnamed = { error: 'a promise needs amount and day', path: ['details', 'promise'] };
