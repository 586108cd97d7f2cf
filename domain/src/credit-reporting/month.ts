import { addMonths } from '../calendar/add-months.js';
import { addDays, isDay } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

export const isMonth = (text: string): text is Month => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** `n` months later, earlier when negative. */
export const laterMonth = (month: Month, n: number): Month => monthOf(addMonths(`${month}-01`, n));

/** The last day of a month. */
export const monthEnd = (month: Month): Day => addDays(`${laterMonth(month, 1)}-01`, -1);
