import { z } from 'zod';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import { ruleShape } from './rule.js';
import type { RulePack } from './rule-pack.js';
import { packFaults } from './pack-faults.js';

const rulePackSchema = z.strictObject({
  pack: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens, at most 40'),
  version: z.int().min(1),
  jurisdiction: z
    .string()
    .regex(
      /^(\*|[A-Z]{2}(-[A-Z0-9]{1,3}){0,2})$/,
      'must be an ISO 3166 code such as CN, US-MA, US-NY-NYC, or * for all',
    ),
  title: z.string().min(1),
  rules: z.array(ruleShape).min(1),
});

/** A rule pack, or everything that is wrong with it, by field; rules are named by their id beside their place. */
export const readRulePack = (value: unknown): { pack: RulePack } | { faults: SchemaFault[] } => {
  const read = rulePackSchema.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error) };
  const faults = packFaults(read.data);
  return faults.length > 0 ? { faults } : { pack: read.data };
};
