import type { Day } from './day.js';

const msPerDay = 86_400_000;

/** Days since 1970-01-01; the day must be one (`isDay`), else the result is NaN. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) / msPerDay;

export const dayOfNumber = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10);

/** `n` whole days later, earlier when negative. */
export const addDays = (day: Day, n: number): Day => dayOfNumber(dayNumber(day) + n);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** True for `YYYY-MM-DD` of a day that exists: 2026-02-29 is none. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const number = dayNumber(text);
  return Number.isFinite(number) && dayOfNumber(number) === text;
};
