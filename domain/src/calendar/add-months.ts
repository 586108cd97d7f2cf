import { dayNumber, dayOfNumber, padded } from './day-arithmetic.js';
import type { Day } from './day.js';

/** The same day of the month `n` months later, earlier when negative; of a month without it the last day (民法典 art. 202). */
export const addMonths = (day: Day, n: number): Day => {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const firstOf = (each: number): Day =>
    `${String(Math.floor(each / 12)).padStart(4, '0')}-${padded((each % 12) + 1)}-01`;
  const lastDay = dayNumber(firstOf(month + 1)) - 1;
  return dayOfNumber(Math.min(dayNumber(firstOf(month)) + Number(day.slice(8, 10)) - 1, lastDay));
};
