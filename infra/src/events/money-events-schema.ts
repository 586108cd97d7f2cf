import { componentSchema } from '@recourse/domain/money/component-schema';
import { z } from 'zod';
import { count, currency, day, id, minor, oneOf } from './event-fields.js';
import { object } from './loan-shapes-schema.js';

const amount = minor.min(1, 'must be above zero');

/** In the currency of the loan. */
export const charge = z.object(
  {
    chargeId: id,
    component: componentSchema,
    amount,
    dueOn: day,
    raisedOn: day.exactOptional().describe('From this day it could be paid ahead of its due day.'),
    instalment: count(1).exactOptional().describe('The instalment it stands with; absent: by its due day.'),
  },
  object,
);

export const waiver = z.object(
  {
    waiverId: id,
    of: z.union(
      [z.strictObject({ chargeId: id }), z.strictObject({ instalment: count(1), component: componentSchema })],
      'must be a charge by chargeId, or a component of an instalment',
    ),
    amount,
    waivedOn: day,
  },
  object,
);

const waiverWithdrawn = z.object({ waiverId: id, currency, withdrawnOn: day }, object);

export const out = z.object(
  {
    outId: id,
    kind: oneOf(['chargeback', 'refund']),
    amount,
    on: day,
    paymentId: id.exactOptional().describe('The payment whose money a bank took back.'),
    dueOn: day.exactOptional().describe('When it is owed again; absent: at once.'),
  },
  object,
);

const paymentPending = z.object(
  {
    paymentId: id,
    amount,
    currency,
    expectedBy: day.describe('The last day on which it is waited for. Nobody is contacted about the loan meanwhile.'),
  },
  object,
);

const paymentFailed = z.object(
  {
    paymentId: id,
    failedOn: day,
    reason: oneOf(['insufficient-funds', 'account-closed', 'mandate-missing', 'refused', 'technical']),
    attempt: count(1, 100)
      .exactOptional()
      .describe('Of a direct debit: which try it was. Every try is a payment with an id of its own.'),
  },
  object,
);

/** What happens to a loan's money beside instalments and payments. Each is told under its own id, once it counts. */
export const moneyEvents = {
  'charge-added': charge
    .extend({ currency })
    .describe('Something was charged beside the instalments; told when it is due. It opens no case by itself.'),
  'amount-waived': waiver.extend({ currency }).describe('The lender gave up part of a charge or of an instalment.'),
  'waiver-withdrawn': waiverWithdrawn.describe('A waiver holds no more. Before its waiver it waits for it.'),
  'money-out': out.extend({ currency }).describe('Money left the loan again: a chargeback, or a refund of credit.'),
  'payment-pending': paymentPending.describe(
    'Money is on its way: nobody is contacted about the loan until it has come, has failed, or its last day is over.',
  ),
  'payment-failed': paymentFailed.describe('Money that was on its way, or a direct debit, did not come.'),
} as const;
