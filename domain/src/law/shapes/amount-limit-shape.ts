import { z } from 'zod';
import { ruleHead } from './rule-head.js';

const component = z.enum(['principal', 'interest', 'penalty', 'compound', 'damages', 'fees', 'costs']);

/** A limit on money: a yearly rate in ten-thousandths, of a contract or LPR multiple in thousandths, the order of allocation, the longest plan, or what a party owes at most. */
export const amountLimitShape = z
  .strictObject({
    ...ruleHead,
    kind: z.literal('amount-limit'),
    appliesTo: z.array(component).min(1).optional(),
    maxYearlyRateBp: z.int().min(0).max(100_000).optional(),
    contractRateMultiple: z.strictObject({ minPermille: z.int().min(0), maxPermille: z.int().min(0) }).optional(),
    lprMultiplePermille: z.int().min(0).max(100_000).optional(),
    dailyRatePpm: z.int().min(0).max(100_000).optional(),
    /** A list in it: of the order among these the law says nothing. */
    allocationOrder: z
      .array(z.union([component, z.array(component).min(2)]))
      .min(1)
      .optional(),
    /** The order is for loans so many days past due on the value date of the money, both ends included; no `to`: without end. */
    dpd: z
      .strictObject({ from: z.int().min(0).max(36_525), to: z.int().min(0).max(36_525).optional() })
      .refine(({ from, to = from }) => from <= to, { error: 'must not end before it begins' })
      .optional(),
    planMaxMonths: z.int().min(1).max(1_200).optional(),
    onlyAsAgreed: z.boolean().optional(),
    /** Holds only while that is so of the person, which somebody must have told (50 USC 3937(b)(1)). */
    onlyWhile: z.enum(['military-service']).optional(),
    excludedDebts: z.array(z.enum(['disputed'])).optional(),
  })
  .refine(
    (rule) =>
      [
        rule.maxYearlyRateBp,
        rule.contractRateMultiple,
        rule.lprMultiplePermille,
        rule.dailyRatePpm,
        rule.allocationOrder,
        rule.planMaxMonths,
        rule.onlyAsAgreed,
        rule.excludedDebts,
      ].some((each) => each !== undefined),
    { error: 'limits nothing' },
  );

export type AmountLimit = z.infer<typeof amountLimitShape>;
