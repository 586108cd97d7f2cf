import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { z } from 'zod';
import type { PolicyFault } from './policy-error.js';

const schema = z.strictObject({
  source: z.string().min(1),
  countries: z.record(z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code'), z.array(z.string().min(1)).min(1)),
});

/** The country of each zone, of `policies/zones/countries.json`. */
export const readZoneCountries = (
  value: unknown,
  file: string,
): { countries: Record<string, string> } | { faults: PolicyFault[] } => {
  const read = schema.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error).map((fault) => ({ file, ...fault })) };
  const pairs = Object.entries(read.data.countries).flatMap(([country, zones]) => zones.map((zone) => [zone, country]));
  return { countries: Object.fromEntries(pairs) };
};
