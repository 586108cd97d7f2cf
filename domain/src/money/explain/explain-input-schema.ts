import { z } from 'zod';
import {
  chargeTermsSchema,
  componentSchema,
  loanCostsSchema,
  stopPeriodSchema,
} from '../penalty/charge-terms-schema.js';

const text = z.string('must be text');
const number = z.number('must be a number');
const instalment = z.strictObject({ number, dueOn: text, due: z.partialRecord(componentSchema, number) });

/** The events of the servicing contract, with those of their fields that money hangs on. */
const event = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('instalment-missed'), instalment }),
    z.strictObject({ type: z.literal('instalment-met'), instalment }),
    z.strictObject({
      type: z.literal('payment-received'),
      paymentId: text,
      amount: number,
      currency: text.exactOptional(),
      valueDate: text,
    }),
    z.strictObject({ type: z.literal('payment-reversed'), paymentId: text, reversedOn: text }),
  ],
  'must be instalment-missed, instalment-met, payment-received or payment-reversed',
);

/** A loan and what happened to it, as people write it (docs/explain.md). The shape only: what its values are worth is judged after. */
export const explainInputSchema = z.strictObject({
  /** Version of this shape. */
  v: z.literal(1, 'must be 1, the version of this shape'),
  asOf: text,
  contract: z.strictObject({ currency: text, startOn: text, charges: chargeTermsSchema.exactOptional() }),
  events: z.array(event),
  stops: z.array(stopPeriodSchema).default([]),
  costs: loanCostsSchema.exactOptional(),
});

export type ExplainFile = z.infer<typeof explainInputSchema>;
export type ExplainEvent = ExplainFile['events'][number];
