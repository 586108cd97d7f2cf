import { z } from 'zod';
import { chargeBases } from './charge-base.js';
import type { ChargeCap, LoanCosts } from './charge-cap.js';
import { graceEnds, roundingPoints, type ChargeTerms } from './charge-terms.js';
import { dayCounts } from './day-count.js';
import { roundingModes } from './round-ratio.js';
import type { StopPeriod } from './stop-period.js';

/** The shape only: whether numbers, days and clauses are any good is said, with a reason, by `chargeTermsRefusals` and `chargeInputRefusals`. */
const text = z.string('must be text');
const number = z.number('must be a number');
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);

export const componentSchema = oneOf(['principal', 'interest', 'penalty', 'compound', 'damages', 'fees', 'costs']);
const base = oneOf(chargeBases);
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
      everyMonths: z.literal([1, 3, 6, 12], 'must be 1, 3, 6 or 12'),
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
const cap = z.discriminatedUnion(
  'max',
  [
    z.strictObject({ ...covered, max: z.literal('amount'), per, amount: number }),
    z.strictObject({ ...covered, max: z.literal('share'), per, permille: number, of: base }),
    z.strictObject({ ...covered, max: z.literal('yearly'), yearlyPpm: number }),
    z.strictObject({ ...covered, max: z.literal('lpr'), lprPpm: number, permille: number }),
  ],
  'must be one of amount, share, yearly, lpr',
) satisfies z.ZodType<ChargeCap>;

/** `ChargeTerms` as people write it: what is left out is none, or zero. */
export const chargeTermsSchema = z.strictObject({
  lender: oneOf(['licensed', 'private']),
  contractRatePpm: number.exactOptional(),
  dayCount: oneOf(dayCounts),
  rounding: z.strictObject({ mode: oneOf(roundingModes), point: oneOf(roundingPoints) }),
  penalty: penalty.exactOptional(),
  damages: damages.exactOptional(),
  judgment: z.strictObject({ rule: text, performBy: text, dailyPpm: number }).exactOptional(),
  caps: z.array(cap).default([]),
}) satisfies z.ZodType<ChargeTerms>;

export const stopPeriodSchema = z.strictObject({
  from: text,
  to: text.exactOptional(),
  because: text,
  only: oneOf(['contract', 'judgment']).exactOptional(),
}) satisfies z.ZodType<StopPeriod>;

export const loanCostsSchema = z.strictObject({
  principal: z.array(z.strictObject({ from: text, amount: number })),
  charged: z.array(z.strictObject({ on: text, of: componentSchema, amount: number })).default([]),
}) satisfies z.ZodType<LoanCosts>;
