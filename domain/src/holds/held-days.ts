import { addDays, dayNumber, daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Hold, HoldStop } from './hold.js';

/** The instant a hold ends or will end, whichever of `endedAt` and `until` is first; absent: nobody knows yet. */
export const holdEnd = ({ until, endedAt }: Hold): Instant | undefined =>
  until !== undefined && endedAt !== undefined ? (until < endedAt ? until : endedAt) : (endedAt ?? until);

/** Holds in force at that instant: from their start, up to but not including their end. */
export const openHolds = (holds: readonly Hold[], at: Instant): Hold[] =>
  holds.filter((hold) => hold.from <= at && at < (holdEnd(hold) ?? '\uffff'));

/** Holds in force at that instant that stop `stop`. */
export const stopsNow = (holds: readonly Hold[], stop: HoldStop, at: Instant): Hold[] =>
  holds.length === 0 ? [] : openHolds(holds, at).filter(({ stops }) => stops.includes(stop));

type DayRange = [first: number, last: number];

/** The days whose start lies in the hold. */
const daysCovered = (hold: Hold, zone: ZoneSlice): DayRange => {
  const fromDay = localDay(hold.from, zone);
  const first = dayNumber(fromDay) + (startOfDay(fromDay, zone) < hold.from ? 1 : 0);
  const end = holdEnd(hold);
  if (end === undefined) return [first, Infinity];
  const endDay = localDay(end, zone);
  return [first, dayNumber(endDay) - (startOfDay(endDay, zone) < end ? 0 : 1)];
};

/** Held days after `anchor` up to `day`; every day once, however many holds cover it. */
const countHeld = (ranges: readonly DayRange[], anchor: Day, day: Day): number => {
  const last = dayNumber(day);
  let next = dayNumber(anchor) + 1;
  let held = 0;
  for (const [from, to] of ranges) {
    const start = Math.max(from, next);
    const end = Math.min(to, last);
    if (end < start) continue;
    held += end - start + 1;
    next = end + 1;
  }
  return held;
};

const clockStops = (holds: readonly Hold[], zone: ZoneSlice): DayRange[] =>
  holds
    .filter(({ stops }) => stops.includes('timers'))
    .map((hold) => daysCovered(hold, zone))
    .sort(([a], [b]) => a - b);

/**
 * Days in (`anchorDay`, `day`] whose 00:00 in `zone` is covered by a hold that stops timers. Overlaps count once.
 * A hold without an end covers every day to come.
 */
export const heldDaysBetween = (holds: readonly Hold[], anchorDay: Day, day: Day, zone: ZoneSlice): number =>
  holds.length === 0 ? 0 : countHeld(clockStops(holds, zone), anchorDay, day);

/** Ladder age (催收天数): calendar days since the anchor less the days held. */
export const ladderAgeOn = (anchorDay: Day, day: Day, holds: readonly Hold[], zone: ZoneSlice): number =>
  daysBetween(anchorDay, day) - heldDaysBetween(holds, anchorDay, day, zone);

/**
 * The first day on which the ladder reaches `age`, by what is known at `at`: a hold with an end is counted to its end,
 * one without is taken to end at `at`. Ask again when a hold is placed or ended.
 */
export const dayOfLadderAge = (
  anchorDay: Day,
  age: number,
  holds: readonly Hold[],
  zone: ZoneSlice,
  at: Instant,
): Day => {
  const stopping = holds.filter(({ stops }) => stops.includes('timers'));
  if (stopping.length === 0) return addDays(anchorDay, age);
  const ending = stopping.map((hold) => (holdEnd(hold) === undefined ? { ...hold, endedAt: at } : hold));
  const ranges = clockStops(ending, zone);
  let day = addDays(anchorDay, age);
  for (;;) {
    const later = addDays(anchorDay, age + countHeld(ranges, anchorDay, day));
    if (later === day) return day;
    day = later;
  }
};
