import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { ZoneTable } from '@recourse/domain/calendar/zone-table';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { z } from 'zod';
import type { PolicyFault } from './policy-error.js';

const offsets = z
  .array(z.tuple([z.int(), z.int().min(-1_440).max(1_440)]))
  .min(1)
  .refine(
    (list) => list.every(([minute], index) => index === 0 || minute > (list[index - 1]?.[0] ?? minute)),
    'must ascend',
  );

const zoneTableSchema = z.strictObject({
  window: z.strictObject({ from: z.iso.date(), until: z.iso.date() }),
  tzdata: z.string(),
  zones: z.record(z.string().min(1), offsets),
});

/** The zone table of `policies/zones/zones.json`, each zone with its own name in it. */
export const readZones = (
  value: unknown,
  file: string,
):
  | { zones: Record<string, ZoneSlice>; covers: Pick<ZoneTable, 'coversFrom' | 'coversTo'> }
  | { faults: PolicyFault[] } => {
  const read = zoneTableSchema.safeParse(value);
  if (!read.success) return { faults: schemaFaults(read.error).map((fault) => ({ file, ...fault })) };
  const { from, until } = read.data.window;
  return {
    // The window's last day is in the table.
    covers: { coversFrom: from, coversTo: addDays(until, 1) },
    zones: Object.fromEntries(Object.entries(read.data.zones).map(([zone, each]) => [zone, { zone, offsets: each }])),
  };
};
