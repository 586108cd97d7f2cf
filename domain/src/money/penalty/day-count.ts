import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';

/**
 * How days and years are counted, by 2006 ISDA Definitions, section 4.16: `act/365f` (d), `act/360` (e), `30/360` (f), which is "Bond Basis" without
 * the end-of-February rule of SIFMA's Standard Securities Calculation Methods, and `30e/360` (g), which is "Eurobond Basis" as ICMA has it.
 * (h), 30E/360 ISDA, is not offered: it needs a termination date, and a debt in arrears has none.
 */
export const dayCounts = ['act/360', 'act/365f', '30/360', '30e/360'] as const;
export type DayCount = (typeof dayCounts)[number];

/** Days of the year that a yearly rate is spread over. */
export const yearDaysOf = (dayCount: DayCount): 360 | 365 => (dayCount === 'act/365f' ? 365 : 360);

const parted = (day: Day): [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

const thirties = (from: Day, to: Day, endBecomesThirty: (startDate: number) => boolean): number => {
  const [y1, m1, d1] = parted(from);
  const [y2, m2, d2] = parted(to);
  const start = Math.min(d1, 30);
  const end = d2 === 31 && endBecomesThirty(start) ? 30 : d2;
  return 360 * (y2 - y1) + 30 * (m2 - m1) + (end - start);
};

/** Days from `from` up to and without `to`, as the convention counts them. */
export const daysCounted = (dayCount: DayCount, from: Day, to: Day): number => {
  switch (dayCount) {
    case 'act/360':
    case 'act/365f':
      return daysBetween(from, to);
    case '30/360':
      return thirties(from, to, (startDate) => startDate > 29);
    case '30e/360':
      return thirties(from, to, () => true);
    default:
      return dayCount satisfies never;
  }
};

/**
 * The days of a part of a period that began on `start`. Counted from `start` at both ends: by 30/360 the halves of 2006-08-31 to 2007-08-31 have
 * 178 and 183 days and the whole 360, and a payment in between must not make a day.
 */
export const daysOfPart = (dayCount: DayCount, start: Day, from: Day, to: Day): number =>
  daysCounted(dayCount, start, to) - daysCounted(dayCount, start, from);
