import { z } from 'zod';
import { authorities, arrangementKinds, type ArrangementKind } from './arrangement-kind.js';

const component = z.enum(['principal', 'interest', 'penalty', 'compound', 'damages', 'fees', 'costs']);
const percent = z.int().min(0).max(100);
const days = (most: number): z.ZodInt => z.int().min(0).max(most);
const money = z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(1).max(Number.MAX_SAFE_INTEGER));
const buckets = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+'] as const;

/** What one authority may agree to. `upTo`: all that is arranged, minor units by currency; `discountPercent` of it by bucket, none where it says nothing. */
const mandate = z.strictObject({
  role: z.enum(authorities),
  upTo: money,
  discountPercent: z.partialRecord(z.enum(buckets), percent),
});

const kindSchema = z
  .strictObject({
    over: z.array(z.enum(['arrears', 'all'])).min(1),
    instalmentsAtMost: z.int().min(1).max(120),
    /** Minor units by currency; of another currency nothing is agreed. */
    smallestInstalment: money,
    firstPaymentPercentAtLeast: percent,
    firstWithinDays: days(366),
    /** Charges for lateness and interest run on while it is kept. */
    accrues: z.boolean(),
    graceDays: days(30),
    postingDays: days(15),
    cureDays: days(60),
    tolerancePercent: z.int().min(0).max(20),
    offerDays: z.int().min(1).max(60),
    /** So many broken in one case, and no more is agreed. */
    brokenAtMost: z.int().min(0).max(10),
    /** What may be given up, in this order. */
    gives: z.array(component),
    mandates: z.array(mandate).min(1),
    /** Up to the mandate of this role one agrees alone; above it, and where none is named, always two do: nobody proves a role to us yet. */
    alone: z.enum(authorities).optional(),
  })
  .refine(({ over }) => new Set(over).size === over.length, { path: ['over'], error: 'names one twice' })
  .refine(({ gives }) => new Set(gives).size === gives.length, { path: ['gives'], error: 'names one twice' })
  .refine(({ mandates }) => new Set(mandates.map(({ role }) => role)).size === mandates.length, {
    path: ['mandates'],
    error: 'names a role twice',
  })
  .refine(({ cureDays, postingDays }) => cureDays === 0 || cureDays >= postingDays, {
    path: ['cureDays'],
    error: 'must not be less than postingDays: by the time a breach is found it would be past cure',
  });

/** What this lender agrees to beyond promises (`policies/arrangements.yaml`): practice, held against the law when it is asked. A kind that is not there is not offered. */
export const arrangementPracticeSchema = z.strictObject({
  v: z.literal(1),
  kinds: z.partialRecord(z.enum(arrangementKinds), kindSchema),
});

export type KindPractice = z.infer<typeof kindSchema>;
export type ArrangementPractice = { v: 1; kinds: Partial<Record<ArrangementKind, KindPractice>> };
