import { yearDaysOf, type DayCount } from './day-count.js';

/**
 * Exact charges are whole numbers of parts of a minor unit: the least common measure of what a rate in billionths yields on one
 * minor unit in a day of a year of 360 days, of 365 days, and of a daily rate.
 */
export const partsPerMinor = 1_000_000_000n * 360n * 365n;

/** What a yearly rate (`ppb`: billionths) yields on `base` in `days`, in parts. */
export const yearlyParts = (base: bigint, ppb: number, days: number, dayCount: DayCount): bigint =>
  base * BigInt(ppb) * BigInt(days) * (yearDaysOf(dayCount) === 360 ? 365n : 360n);

/** What a daily rate (`ppb`: billionths a day) yields on `base` in `days`, in parts. */
export const dailyParts = (base: bigint, ppb: number, days: number): bigint =>
  base * BigInt(ppb) * BigInt(days) * 360n * 365n;
