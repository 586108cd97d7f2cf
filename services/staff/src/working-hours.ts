import type { Instant } from '@recourse/domain/calendar/instant';

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
const hourMs = 2 * halfHourMs;
/** Shanghai keeps one offset all year. */
const shanghaiMs = 8 * hourMs;
const dayMs = 24 * hourMs;

/** When somebody is there, in Shanghai: by day, or at night too, for who is called late or lives far west. Hours of the day, `[from, to)`. */
export type Shifts = 'day' | 'day-and-night';
const hours: Record<Shifts, readonly (readonly [from: number, to: number])[]> = {
  day: [[9, 18]],
  'day-and-night': [
    [0, 6],
    [9, 18],
    [21, 24],
  ],
};

const instant = (ms: number): Instant => new Date(ms).toISOString();
const timeOfDay = (ms: number): number => (ms + shanghaiMs) % dayMs;
const isOpen = (ofDay: number, shifts: Shifts): boolean =>
  hours[shifts].some(([from, to]) => from * hourMs <= ofDay && ofDay < to * hourMs);

/** The first half hour after `at` in which somebody works, every day of the week. */
export function nextWorkingHalfHour(at: Instant, shifts: Shifts): Instant {
  const slot = (Math.floor(Date.parse(at) / halfHourMs) + 1) * halfHourMs;
  const ofDay = timeOfDay(slot);
  if (isOpen(ofDay, shifts)) return instant(slot);
  const midnight = slot - ofDay;
  const [opens] = [midnight, midnight + dayMs]
    .flatMap((day) => hours[shifts].map(([from]) => day + from * hourMs))
    .filter((from) => from > slot);
  return instant(opens ?? slot);
}

/** The same on the real clock, where nobody waits for the half hour: `at` itself, when somebody works then. */
export const nextWorkingMoment = (at: Instant, shifts: Shifts): Instant =>
  isOpen(timeOfDay(Date.parse(at)), shifts) ? at : nextWorkingHalfHour(at, shifts);
