import { z } from 'zod';
import type { AllocationRules } from './allocation-order.js';
import type { Component } from './components.js';
import { componentSchema } from './component-schema.js';

const lane = z.strictObject({
  when: z
    .array(z.enum(['past-due', 'due', 'in-advance'], 'must be one of past-due, due, in-advance'))
    .min(1, 'must name at least one'),
  components: z.array(componentSchema).min(1, 'must name at least one'),
  by: z.enum(['instalment', 'component'], 'must be one of instalment, component'),
  first: z.enum(['oldest', 'newest'], 'must be one of oldest, newest'),
});
const row = z.strictObject({ fromDpd: z.int('must be a whole number of days').min(0), order: z.array(lane) });

/** Rows by days past due, and what a chargeback makes owed again. */
export const allocationRowsSchema = z.strictObject({
  rows: z
    .array(row)
    .min(1, 'must have a row')
    .refine(
      (rows) => rows.every(({ fromDpd }, nth) => (nth === 0 ? fromDpd === 0 : fromDpd > (rows[nth - 1]?.fromDpd ?? 0))),
      'must begin with fromDpd 0 and rise',
    ),
  takenBack: z.union([z.literal('principal'), z.array(componentSchema).min(1)]),
}) satisfies z.ZodType<AllocationRules>;

/** How a contract allocates money, as people write it: whole rules, or an order of components alone. */
export const allocationRulesSchema = z.union(
  [z.array(componentSchema).min(1), allocationRowsSchema],
  'must be an order of components, or rows from fromDpd 0 rising with what is takenBack (docs/explain.md)',
) satisfies z.ZodType<AllocationRules | readonly Component[]>;
