import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, dayOfNumber } from './day-arithmetic.js';
import { instantAt, localDay, localTime, minutesLater, nextShown, startOfDay } from './local-time.js';
import type { ZoneSlice } from './zone.js';

const minuteOf = (at: string): number => Date.parse(at) / 60_000;
const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[minuteOf('2024-01-01T00:00:00Z'), 480]] };
/** New York in 2026: forward on 8 March at 02:00, back on 1 November at 02:00. */
const newYork: ZoneSlice = {
  zone: 'America/New_York',
  offsets: [
    [minuteOf('2024-01-01T00:00:00Z'), -300],
    [minuteOf('2026-03-08T07:00:00Z'), -240],
    [minuteOf('2026-11-01T06:00:00Z'), -300],
  ],
};
/** Beirut sets clocks forward at midnight: 29 March 2026 has no 00:00. */
const beirut: ZoneSlice = {
  zone: 'Asia/Beirut',
  offsets: [
    [minuteOf('2024-01-01T00:00:00Z'), 120],
    [minuteOf('2026-03-28T22:00:00Z'), 180],
    [minuteOf('2026-10-24T21:00:00Z'), 120],
  ],
};
const zones = [shanghai, newYork, beirut];
const anyMinute = fc.integer({ min: minuteOf('2024-01-01T00:00:00Z'), max: minuteOf('2029-12-31T00:00:00Z') });
const instant = (minute: number): string => new Date(minute * 60_000).toISOString();

describe('local time', () => {
  it('is read in the zone, seconds cut off', () => {
    expect(localDay('2026-01-31T16:30:59.999Z', shanghai)).toBe('2026-02-01');
    expect(localTime('2026-01-31T16:30:59.999Z', shanghai)).toBe('00:30');
    expect(localDay('2026-03-08T04:59:00.000Z', newYork)).toBe('2026-03-07');
    expect(localTime('2026-03-08T06:59:59.000Z', newYork)).toBe('01:59');
    expect(localTime('2026-03-08T07:00:00.000Z', newYork)).toBe('03:00');
  });

  it('holds the first offset before the slice begins', () => {
    expect(localTime('2001-05-05T00:00:00.000Z', newYork)).toBe('19:00');
  });

  it('of a time that is shown twice is the first', () => {
    expect(instantAt('2026-11-01', '01:30', newYork)).toBe('2026-11-01T05:30:00.000Z');
    expect(instantAt('2026-11-01', '02:00', newYork)).toBe('2026-11-01T07:00:00.000Z');
  });

  it('of a time that is never shown is the instant just after the gap', () => {
    expect(instantAt('2026-03-08', '02:30', newYork)).toBe('2026-03-08T07:00:00.000Z');
    expect(instantAt('2026-03-08', '03:00', newYork)).toBe('2026-03-08T07:00:00.000Z');
  });

  it('starts a day without midnight when its clocks do', () => {
    expect(startOfDay('2026-03-29', beirut)).toBe('2026-03-28T22:00:00.000Z');
    expect(localTime(startOfDay('2026-03-29', beirut), beirut)).toBe('01:00');
  });

  it('is next shown when it is shown a second time, or when clocks jump into it', () => {
    const twice = { from: '01:30', to: '01:45' };
    expect(nextShown('2026-11-01T05:00:00.000Z', '2026-11-01', twice, newYork)).toBe('2026-11-01T05:30:00.000Z');
    expect(nextShown('2026-11-01T05:45:00.000Z', '2026-11-01', twice, newYork)).toBe('2026-11-01T06:30:00.000Z');
    expect(nextShown('2026-11-01T06:45:00.000Z', '2026-11-01', twice, newYork)).toBeUndefined();
    const jumpedInto = { from: '02:30', to: '04:00' };
    expect(nextShown('2026-03-08T05:00:00.000Z', '2026-03-08', jumpedInto, newYork)).toBe('2026-03-08T07:00:00.000Z');
    const neverShown = { from: '02:00', to: '02:30' };
    expect(nextShown('2026-03-08T05:00:00.000Z', '2026-03-08', neverShown, newYork)).toBeUndefined();
  });

  it('is the first instant whose local time is at or past the one asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMinute, (zone, minute) => {
        const at = instant(minute);
        const found = instantAt(localDay(at, zone), localTime(at, zone), zone);
        expect(localDay(found, zone)).toBe(localDay(at, zone));
        expect(localTime(found, zone)).toBe(localTime(at, zone));
        expect(found <= at).toBe(true);
      }),
    );
  });

  it('has days that follow each other without a hole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: dayNumber('2024-01-02'), max: dayNumber('2029-12-30') }).map(dayOfNumber),
        (zone, day) => {
          const start = startOfDay(day, zone);
          expect(localDay(start, zone)).toBe(day);
          expect(localDay(minutesLater(start, -1), zone)).toBe(addDays(day, -1));
          expect(start < startOfDay(addDays(day, 1), zone)).toBe(true);
        },
      ),
    );
  });

  it('counts minutes as they pass, whatever the clocks show', () => {
    expect(minutesLater('2026-03-08T06:30:00.000Z', 60)).toBe('2026-03-08T07:30:00.000Z');
    expect(minutesLater('2026-01-01T00:00:00.000Z', -1)).toBe('2025-12-31T23:59:00.000Z');
  });

  it('adds minutes as Date does, to whole minutes and to instants between them', () => {
    const instant = fc
      .record({
        ms: fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2199-12-31') }),
        whole: fc.boolean(),
      })
      .map(({ ms, whole }) => new Date(whole ? ms - (ms % 60_000) : ms).toISOString());
    const minutes = fc.oneof(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.constantFrom(0.5, -1.25));
    fc.assert(
      fc.property(instant, minutes, (at, later) => {
        expect(minutesLater(at, later)).toBe(new Date(Date.parse(at) + later * 60_000).toISOString());
      }),
    );
  });
});
