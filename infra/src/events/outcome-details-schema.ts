import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
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
} satisfies Record<NonNullable<OutcomeDetails['arrearsReason']>, true>;

type Reason = keyof typeof arrearsReasons;
const reasons = Object.keys(arrearsReasons) as [Reason, ...Reason[]];

/** What was said to us, as it comes in and as it goes out: the same fields, strict where we accept them and plain where we tell them. */
export const outcomeDetails = <A extends z.ZodType, D extends z.ZodType, I extends z.ZodType>(field: {
  amount: A;
  day: D;
  instant: I;
}) =>
  z.object(
    {
      promise: z.object({ amount: field.amount, by: field.day }, 'must be an object').exactOptional(),
      callBackAt: field.instant.exactOptional(),
      arrearsReason: oneOf(reasons).exactOptional(),
    },
    'must be an object',
  );
