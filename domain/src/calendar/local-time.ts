import { dayNumber, dayOfNumber } from './day-arithmetic.js';
import type { Day } from './day.js';
import type { Instant } from './instant.js';
import type { ZoneSlice } from './zone.js';

const msPerMinute = 60_000;
const minutesPerDay = 1_440;

const epochMinuteOf = (at: Instant): number => Math.floor(Date.parse(at) / msPerMinute);
const instantOfMinute = (minute: number): Instant => new Date(minute * msPerMinute).toISOString();

const offsetAt = (minute: number, { offsets }: ZoneSlice): number => {
  let offset = offsets[0]?.[1] ?? 0;
  for (const [from, next] of offsets) {
    if (from > minute) break;
    offset = next;
  }
  return offset;
};

const localMinuteOf = (at: Instant, zone: ZoneSlice): number => {
  const minute = epochMinuteOf(at);
  return minute + offsetAt(minute, zone);
};

/** The calendar day it is in `zone` at that instant. */
export const localDay = (at: Instant, zone: ZoneSlice): Day => dayOfNumber(Math.floor(localMinuteOf(at, zone) / minutesPerDay));

/** The wall time in `zone`, `HH:MM`, seconds cut off. */
export const localTime = (at: Instant, zone: ZoneSlice): string => {
  const minute = localMinuteOf(at, zone);
  const ofDay = minute - Math.floor(minute / minutesPerDay) * minutesPerDay;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
};

/**
 * The first instant at which the clock in `zone` shows that day and `HH:MM`, or has gone past it:
 * of a time shown twice (clocks set back) the first, of a time never shown (clocks set forward) the instant just after the gap.
 */
export const instantAt = (day: Day, time: string, { offsets }: ZoneSlice): Instant => {
  const wall = dayNumber(day) * minutesPerDay + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  let found = wall - (offsets[0]?.[1] ?? 0);
  for (const [index, [from, offset]] of offsets.entries()) {
    found = index === 0 ? wall - offset : Math.max(from, wall - offset);
    const end = offsets[index + 1]?.[0] ?? Infinity;
    if (found < end) break;
  }
  return instantOfMinute(found);
};

/** Elapsed minutes, whatever the clocks on the wall do. */
export const minutesLater = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * msPerMinute).toISOString();

/** The day's first instant; where clocks are set forward at midnight it is not 00:00. */
export const startOfDay = (day: Day, zone: ZoneSlice): Instant => instantAt(day, '00:00', zone);
