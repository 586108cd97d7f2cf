import type { ZoneTable } from '@recourse/domain/calendar/zone-table';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { z } from 'zod';
import type { PolicyFault } from './policy-error.js';

const names = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  source: z.string().min(1),
  zones: z.array(z.strictObject({ zones: names, parts: names })).min(1),
});

/** Where zones and places are known from: country by zone, and every code by which a place may be told. */
type Known = { countries: Readonly<Record<string, string>>; places: ReadonlySet<string> };

/** Which parts of its country keep a zone, of `policies/zones/parts.yaml`: a zone and its country are known, a part is a known one of that country, and nothing stands twice. */
export const readZoneParts = (
  value: unknown,
  file: string,
  { countries, places }: Known,
): { parts: ZoneTable['parts'] } | { faults: PolicyFault[] } => {
  const read = schema.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error).map((fault) => ({ file, ...fault })) };
  const table = new Map<string, readonly string[]>();
  const faults: PolicyFault[] = [];
  for (const [nth, { zones, parts }] of read.data.zones.entries()) {
    const wrong = (field: string, reason: string): number =>
      faults.push({ file, path: `zones[${nth}].${field}`, reason });
    for (const zone of zones) {
      const country = countries[zone];
      if (country === undefined) wrong('zones', `${zone} is not in countries.json`);
      else
        for (const part of parts)
          if (places.has(part) && !part.startsWith(`${country}-`))
            wrong('parts', `${part} is no part of ${country}, where ${zone} lies`);
      if (table.has(zone)) wrong('zones', `${zone} stands twice`);
      table.set(zone, parts);
    }
    for (const [at, part] of parts.entries()) {
      if (!places.has(part)) wrong('parts', `${part} is not in places.yaml`);
      if (parts.indexOf(part) < at) wrong('parts', `${part} stands twice`);
    }
  }
  return faults.length > 0 ? { faults } : { parts: Object.fromEntries(table) };
};
