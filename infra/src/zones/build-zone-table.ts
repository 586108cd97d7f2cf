import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { linkedZones } from './linked-zones.js';

/** UTC dates; the table knows nothing before the first and after the last. */
export type ZoneWindow = { from: string; until: string };

/** Offsets of one zone as `[epochMinute, offsetMinutes]`, the first at the window's start. */
export type ZoneOffsets = [epochMinute: number, offsetMinutes: number][];

/** The file `policies/zones/zones.json`; `tzdata` is the tz release it was built from. */
export type ZoneTable = { window: ZoneWindow; tzdata: string; zones: Record<string, ZoneOffsets> };

export const shippedWindow: ZoneWindow = { from: '2024-01-01', until: '2029-12-31' };

const nanosecondsPerMinute = 60_000_000_000;

/** Every change of offset inside the window; changes of name or of daylight-saving flag alone do not count. */
export const zoneOffsets = (zone: string, { from, until }: ZoneWindow): ZoneOffsets => {
  const start = Temporal.Instant.from(`${from}T00:00:00Z`);
  const end = Temporal.Instant.from(`${until}T23:59:00Z`).epochMilliseconds;
  let at: Temporal.ZonedDateTime | null = start.toZonedDateTimeISO(zone);
  const offsets: ZoneOffsets = [];
  while (at && at.epochMilliseconds <= end) {
    const offset = Math.round(at.offsetNanoseconds / nanosecondsPerMinute);
    if (offsets.at(-1)?.[1] !== offset) offsets.push([Math.floor(at.epochMilliseconds / 60_000), offset]);
    at = at.getTimeZoneTransition('next');
  }
  return offsets;
};

/** All zones this machine's tz data knows by name, and the links people write in files. */
export const buildZoneTable = (window: ZoneWindow): ZoneTable => {
  const names = [...new Set([...Intl.supportedValuesOf('timeZone'), ...linkedZones])].sort();
  return {
    window,
    tzdata: process.versions.tz ?? 'unknown',
    zones: Object.fromEntries(names.map((name) => [name, zoneOffsets(name, window)])),
  };
};

/** One zone a line, so that a new tz release shows as a readable difference. */
export const printZoneTable = ({ window, tzdata, zones }: ZoneTable): string => {
  const lines = Object.entries(zones).map(([name, offsets]) => `${JSON.stringify(name)}:${JSON.stringify(offsets)}`);
  return `{"window":${JSON.stringify(window)},"tzdata":${JSON.stringify(tzdata)},"zones":{\n${lines.join(',\n')}\n}}\n`;
};

const isEntryPoint = process.argv[1] === fileURLToPath(import.meta.url);
if (isEntryPoint) {
  const file = new URL('../../../policies/zones/zones.json', import.meta.url);
  writeFileSync(file, printZoneTable(buildZoneTable(shippedWindow)));
}
