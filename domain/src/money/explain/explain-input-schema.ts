import { z } from 'zod';
import { wholeAllocationSchema } from '../whole-allocation-schema.js';
import { opaqueText } from '../../policy/opaque-text.js';
import { componentSchema } from '../component-schema.js';
import { lateChargeTermsSchema, loanCostsSchema, stopPeriodSchema } from '../penalty/late-charge-terms-schema.js';

const text = z.string('must be text');
const number = z.number('must be a number');
const instalment = z.strictObject({ number, dueOn: text, due: z.partialRecord(componentSchema, number) });

/** The events of the servicing contract, with those of their fields that money hangs on; then what happens to money beside them (`ChargeFact`). */
const event = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('instalment-missed'), instalment }),
    z.strictObject({ type: z.literal('instalment-met'), instalment }),
    z.strictObject({
      type: z.literal('payment-received'),
      paymentId: opaqueText,
      amount: number,
      currency: text.exactOptional(),
      valueDate: text,
    }),
    z.strictObject({ type: z.literal('payment-reversed'), paymentId: opaqueText, reversedOn: text }),
    z.strictObject({
      type: z.literal('charge-added'),
      chargeId: opaqueText,
      component: componentSchema,
      amount: number,
      dueOn: text,
      raisedOn: text.exactOptional(),
      instalment: number.exactOptional(),
    }),
    z.strictObject({
      type: z.literal('amount-waived'),
      waiverId: opaqueText,
      of: z.union(
        [z.strictObject({ chargeId: opaqueText }), z.strictObject({ instalment: number, component: componentSchema })],
        'must be a charge by chargeId, or a component of an instalment',
      ),
      amount: number,
      waivedOn: text,
    }),
    z.strictObject({ type: z.literal('waiver-withdrawn'), waiverId: opaqueText, withdrawnOn: text }),
    z.strictObject({
      type: z.literal('money-out'),
      outId: opaqueText,
      kind: z.enum(['chargeback', 'refund'], 'must be one of chargeback, refund'),
      amount: number,
      on: text,
      paymentId: opaqueText.exactOptional(),
      dueOn: text.exactOptional(),
    }),
  ],
  'must be a type of event that docs/explain.md names',
);

/** A loan and what happened to it, as people write it (docs/explain.md). The shape only: what its values are worth is judged after. */
export const explainInputSchema = z.strictObject({
  /** Version of this shape. */
  v: z.literal(1, 'must be 1, the version of this shape'),
  asOf: text,
  contract: z.strictObject({
    currency: text,
    startOn: text,
    allocation: wholeAllocationSchema.exactOptional(),
    lateCharges: lateChargeTermsSchema.exactOptional(),
  }),
  /** All that is owed by servicing's own total, as `asOf` ends. */
  outstanding: number.exactOptional(),
  events: z.array(event),
  stops: z.array(stopPeriodSchema).default([]),
  costs: loanCostsSchema.exactOptional(),
});

export type ExplainFile = z.infer<typeof explainInputSchema>;
export type ExplainEvent = ExplainFile['events'][number];
