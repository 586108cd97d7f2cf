import { readFileSync } from 'node:fs';
import { instantAt, localDay, localTime, startOfDay } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { buildZoneTable, printZoneTable, shippedWindow, zoneOffsets, type ZoneTable } from './build-zone-table.js';

const shipped = JSON.parse(
  readFileSync(new URL('../../../policies/zones/zones.json', import.meta.url), 'utf8'),
) as ZoneTable;

/** Zones whose rules no tz release of the last years changed, so that the test does not depend on this machine's. Gaps, overlaps, half hours, midnight changes, four changes a year. */
const sample = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];
const sliceOf = (zone: string): ZoneSlice => ({ zone, offsets: shipped.zones[zone] ?? [] });

const anyZone = fc.constantFrom(...sample);
const anyMinute = fc.integer({
  min: Date.parse('2024-01-01T00:00:00Z') / 60_000,
  max: Date.parse('2029-12-31T23:59:00Z') / 60_000,
});

describe('the shipped zone table', () => {
  it('holds every zone this project’s readers will name, each with an offset', () => {
    expect(shipped.window).toEqual(shippedWindow);
    for (const zone of [...sample, ...Intl.supportedValuesOf('timeZone')])
      expect(shipped.zones[zone]?.length, zone).toBeGreaterThan(0);
  });

  it('gives a sample of zones as this machine’s tz data has them', () => {
    for (const zone of sample) expect(shipped.zones[zone], zone).toEqual(zoneOffsets(zone, shippedWindow));
  });

  it('is printed one zone a line, and reads back', () => {
    const table = { ...shipped, zones: Object.fromEntries(sample.map((zone) => [zone, shipped.zones[zone] ?? []])) };
    const text = printZoneTable(table);
    expect(JSON.parse(text)).toEqual(table);
    expect(text.trim().split('\n')).toHaveLength(sample.length + 2);
  });

  it('was printed by its builder', () => {
    expect(printZoneTable(shipped)).toBe(
      readFileSync(new URL('../../../policies/zones/zones.json', import.meta.url), 'utf8'),
    );
  });

  it('is built in order of name, links included', () => {
    const { zones } = buildZoneTable({ from: '2026-01-01', until: '2026-01-02' });
    expect(Object.keys(zones)).toEqual(Object.keys(zones).toSorted());
    expect(zones['PRC']).toEqual(zones['Asia/Shanghai']);
  });
});

describe('local time by the shipped table', () => {
  it('is the polyfill’s, day and time', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, minute) => {
        const at = new Date(minute * 60_000).toISOString();
        const expected = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
        expect(localDay(at, sliceOf(zone))).toBe(expected.toPlainDate().toString());
        expect(localTime(at, sliceOf(zone))).toBe(expected.toPlainTime().toString({ smallestUnit: 'minute' }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('turns back into instants as the polyfill does, but for times never shown: there it takes the end of the gap', () => {
    fc.assert(
      fc.property(anyZone, anyMinute, fc.integer({ min: 0, max: 1_439 }), (zone, minute, ofDay) => {
        const day = localDay(new Date(minute * 60_000).toISOString(), sliceOf(zone));
        const time = `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
        const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
        const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const shown = earlier.toPlainDateTime().equals(wall);
        const expected = shown ? earlier : earlier.getTimeZoneTransition('next');
        expect(instantAt(day, time, sliceOf(zone))).toBe(
          new Date(expected?.epochMilliseconds ?? Number.NaN).toISOString(),
        );
        expect(startOfDay(day, sliceOf(zone))).toBe(
          new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString(),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
