import type { NumberPrefixes } from '@recourse/domain/contact/zones-of-number';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { z } from 'zod';
import type { PolicyFault } from './policy-error.js';

const prefix = z
  .string()
  .regex(/^\+[1-9]\d{0,9}$/, 'must be the start of an international number, such as "+1212", in quotes');

const schema = z.strictObject({
  zonesOfNumbers: z
    .array(z.strictObject({ zones: z.array(z.string().min(1)).min(1), prefixes: z.array(prefix).min(1) }))
    .min(1),
});

/** The table of `policies/zones/number-prefixes.yaml`; every zone must be one we have the rules of, and a prefix stands once. */
export const readNumberPrefixes = (
  value: unknown,
  file: string,
  isKnownZone: (zone: string) => boolean,
): { prefixes: NumberPrefixes } | { faults: PolicyFault[] } => {
  const read = schema.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error).map((fault) => ({ file, ...fault })) };
  const table = new Map<string, readonly string[]>();
  const faults: PolicyFault[] = [];
  for (const [nth, { zones, prefixes }] of read.data.zonesOfNumbers.entries()) {
    const path = `zonesOfNumbers[${nth}]`;
    for (const zone of zones.filter((each) => !isKnownZone(each)))
      faults.push({ file, path: `${path}.zones`, reason: `${zone} is not in zones.json` });
    for (const each of prefixes) {
      if (table.has(each)) faults.push({ file, path: `${path}.prefixes`, reason: `${each} stands twice` });
      table.set(each, zones);
    }
  }
  return faults.length > 0 ? { faults } : { prefixes: Object.fromEntries(table) };
};
