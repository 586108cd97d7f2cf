import { z } from 'zod';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import type { ContactLaw } from './contact-law.js';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM in quotes');
const cap = z.int().min(1);
const citation = z.string().min(1);

/** The shape of a baseline rule pack. */
export const contactLawSchema: z.ZodType<ContactLaw> = z.strictObject({
  pack: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens, at most 40'),
  version: z.int().min(1),
  hours: z
    .strictObject({ from: timeOfDay, to: timeOfDay, citation })
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than from' }),
  perPersonPerDay: z.strictObject({ attempts: cap, conversations: cap, citation }),
  perPointPerDay: z.strictObject({ attempts: cap, citation }),
  mergeWindowMinutes: z.int().min(0).max(1_440),
});

/** A contact law, or every field that is wrong, by its path. */
export const readContactLaw = (value: unknown): { law: ContactLaw } | { faults: SchemaFault[] } => {
  const read = contactLawSchema.safeParse(value);
  return read.success ? { law: read.data } : { faults: schemaFaults(read.error) };
};
