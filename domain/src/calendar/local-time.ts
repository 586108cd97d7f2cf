import { dayNumber, dayOfNumber, padded, twoDigits } from './day-arithmetic.js';
import type { Day } from './day.js';
import type { Instant } from './instant.js';
import type { ZoneSlice } from './zone.js';

const msPerMinute = 60_000;
/** How an instant ends that falls on a minute: most do, and need no `Date`. */
const wholeMinute = ':00.000Z';
const minutesPerDay = 1_440;

const minutesIn = (text: string, at: number): number => twoDigits(text, at) * 60 + twoDigits(text, at + 3);

const epochMinuteOf = (at: Instant): number => dayNumber(at) * minutesPerDay + minutesIn(at, 11);

/** Local or UTC minutes since 1970 as their day and minute of the day. */
const parted = (minute: number): [day: number, ofDay: number] => {
  const day = Math.floor(minute / minutesPerDay);
  return [day, minute - day * minutesPerDay];
};

const timeText = (ofDay: number): string => `${padded(Math.floor(ofDay / 60))}:${padded(ofDay % 60)}`;

const instantOfMinute = (minute: number): Instant => {
  const [day, ofDay] = parted(minute);
  return `${dayOfNumber(day)}T${timeText(ofDay)}:00.000Z`;
};

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

/** Asked last: a turn asks a dozen times for the day of its own instant. */
let last: { at: Instant; zone: ZoneSlice; day: Day } | undefined;

/** The calendar day it is in `zone` at that instant. */
export const localDay = (at: Instant, zone: ZoneSlice): Day => {
  if (last !== undefined && last.at === at && last.zone === zone) return last.day;
  const day = dayOfNumber(parted(localMinuteOf(at, zone))[0]);
  last = { at, zone, day };
  return day;
};

/** The day of `localDay` as days since 1970-01-01, for those who only count. */
export const localDayNumber = (at: Instant, zone: ZoneSlice): number => parted(localMinuteOf(at, zone))[0];

/** The wall time in `zone`, `HH:MM`, seconds cut off. */
export const localTime = (at: Instant, zone: ZoneSlice): string => timeText(parted(localMinuteOf(at, zone))[1]);

/**
 * The first instant at which the clock in `zone` shows that day and `HH:MM`, or has gone past it:
 * of a time shown twice (clocks set back) the first, of a time never shown (clocks set forward) the instant just after the gap.
 */
export const instantAt = (day: Day, time: string, { offsets }: ZoneSlice): Instant => {
  const wall = dayNumber(day) * minutesPerDay + minutesIn(time, 0);
  let found = wall - (offsets[0]?.[1] ?? 0);
  for (let index = 1; index < offsets.length; index += 1) {
    const [from, offset] = offsets[index] ?? [Infinity, 0];
    if (found < from) break;
    found = Math.max(from, wall - offset);
  }
  return instantOfMinute(found);
};

/**
 * The first whole minute after the one of `after` in which the clock in `zone` shows that day and a time in `[from, to)`; undefined: in none.
 * Clocks set back show a time a second time, and set forward may jump into the middle of the span.
 */
export const nextShown = (
  after: Instant,
  day: Day,
  { from, to }: { from: string; to: string },
  { offsets }: ZoneSlice,
): Instant | undefined => {
  const midnight = dayNumber(day) * minutesPerDay;
  const earliest = epochMinuteOf(after) + 1;
  for (let index = 0; index < offsets.length; index += 1) {
    const [starts, offset] = offsets[index] ?? [0, 0];
    const first = Math.max(index === 0 ? -Infinity : starts, midnight + minutesIn(from, 0) - offset, earliest);
    if (first < Math.min(offsets[index + 1]?.[0] ?? Infinity, midnight + minutesIn(to, 0) - offset))
      return instantOfMinute(first);
  }
  return undefined;
};

/** Elapsed minutes, whatever the clocks on the wall do. */
export const minutesLater = (at: Instant, minutes: number): Instant =>
  at.endsWith(wholeMinute) && at.length === 24 && Number.isInteger(minutes)
    ? instantOfMinute(epochMinuteOf(at) + minutes)
    : new Date(Date.parse(at) + minutes * msPerMinute).toISOString();

/** The day's first instant; where clocks are set forward at midnight it is not 00:00. */
export const startOfDay = (day: Day, zone: ZoneSlice): Instant => instantAt(day, '00:00', zone);
