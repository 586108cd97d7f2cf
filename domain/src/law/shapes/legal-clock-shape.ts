import { z } from 'zod';
import { ruleHead } from './rule-head.js';

const happening = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the name of an event');

/** A period of law: when it starts, what suspends or restarts it (and the proof that takes), and what is barred once it is over. */
export const legalClockShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('legal-clock'),
  clock: happening,
  length: z.strictObject({ count: z.int().min(1).max(10_000), unit: z.enum(['days', 'months', 'years']) }),
  startsOn: happening,
  suspendsOn: z.array(happening).default([]),
  /** Suspension counts only in the last part of the period (民法典 art. 194: six months). */
  suspendsInLastMonths: z.int().min(1).max(120).optional(),
  restartsOn: z.array(z.strictObject({ event: happening, proof: z.array(z.string().min(1)).default([]) })).default([]),
  afterExpiry: z
    .array(z.enum(['bars-suit', 'bars-threat-of-suit', 'bars-claim', 'ends-liability', 'deletes-record', 'void']))
    .min(1),
});

export type LegalClock = z.infer<typeof legalClockShape>;
