import { z } from 'zod';
import { holdReasons } from '../../holds/hold-reasons.js';
import { componentSchema } from '../component-schema.js';
import { lateChargeBases } from './late-charge-base.js';
import type { LateChargeCap } from './late-charge-cap.js';
import type { LoanCosts } from './loan-costs.js';
import { capitalisationMonths, graceEnds, roundingPoints, type LateChargeTerms } from './late-charge-terms.js';
import { dayCounts } from './day-count.js';
import { roundingModes } from './round-ratio.js';
import type { StopPeriod } from './stop-period.js';

/** The shape only: whether numbers, days and clauses are any good is said, with a reason, by `lateChargeTermsRefusals` and `lateChargeInputRefusals`. */
const text = z.string('must be text');
const number = z.number('must be a number');
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);

const base = oneOf(lateChargeBases);
const per = oneOf(['instalment', 'loan']);
const rate = z.union(
  [z.strictObject({ yearlyPpm: number }), z.strictObject({ contractPermille: number })],
  'must have either yearlyPpm or contractPermille',
);

const penalty = z.strictObject({
  clause: text,
  base,
  rate,
  tiers: z.array(z.strictObject({ fromDayLate: number, rate, clause: text })).default([]),
  grace: z.strictObject({ days: number, chargedFrom: oneOf(graceEnds) }).default({ days: 0, chargedFrom: 'due-date' }),
  compound: z
    .strictObject({
      everyMonths: z.literal([...capitalisationMonths], `must be one of ${capitalisationMonths.join(', ')}`),
      clause: text,
    })
    .exactOptional(),
});

const damages = z.strictObject({
  clause: text,
  per,
  graceDays: number.default(0),
  charge: z.union(
    [z.strictObject({ amount: number }), z.strictObject({ ppm: number, of: base })],
    'must have either amount, or ppm and of',
  ),
});

const covered = { rule: text, covers: z.array(componentSchema) };
export const lateChargeCapSchema = z.discriminatedUnion(
  'max',
  [
    z.strictObject({ ...covered, max: z.literal('amount'), per, amount: number }),
    z.strictObject({ ...covered, max: z.literal('share'), per, permille: number, of: base }),
    z.strictObject({ ...covered, max: z.literal('yearly'), yearlyPpm: number }),
    z.strictObject({ ...covered, max: z.literal('lpr'), lprPpm: number, permille: number }),
  ],
  'must be one of amount, share, yearly, lpr',
) satisfies z.ZodType<LateChargeCap>;

/** `LateChargeTerms` as people write it: what is left out is none, or zero. */
export const lateChargeTermsSchema = z.strictObject({
  lender: oneOf(['licensed', 'private']),
  contractRatePpm: number.exactOptional(),
  dayCount: oneOf(dayCounts),
  rounding: z.strictObject({ mode: oneOf(roundingModes), point: oneOf(roundingPoints) }),
  penalty: penalty.exactOptional(),
  damages: damages.exactOptional(),
  judgment: z.strictObject({ rule: text, performBy: text, dailyPpm: number }).exactOptional(),
  caps: z.array(lateChargeCapSchema).default([]),
}) satisfies z.ZodType<LateChargeTerms>;

export const stopPeriodSchema = z.strictObject({
  from: text,
  to: text.exactOptional(),
  because: z.enum(holdReasons, 'must be a reason to hold, such as dispute or repayment-plan'),
  only: oneOf(['contract', 'judgment']).exactOptional(),
}) satisfies z.ZodType<StopPeriod>;

export const loanCostsSchema = z.strictObject({
  principal: z.array(z.strictObject({ from: text, amount: number })),
  charged: z.array(z.strictObject({ on: text, of: componentSchema, amount: number })).default([]),
}) satisfies z.ZodType<LoanCosts>;
