import type { Day } from './day.js';

/**
 * Public holidays and make-up workdays as data, known from `coversFrom` up to but not including `coversTo`: outside that nobody knows,
 * and what depends on it is refused.
 */
export type HolidayCalendar = {
  calendar: string;
  version: number;
  coversFrom: Day;
  coversTo: Day;
  citation: string;
  holidays: { day: Day; name: string }[];
  /** Weekend days that are worked in exchange (调休). */
  makeUpWorkdays: Day[];
};

export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'make-up-workday' | 'unknown';

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** What kind of day it is; `unknown` where the calendar has no data. */
export const dayKind = (day: Day, { coversFrom, coversTo, holidays, makeUpWorkdays }: HolidayCalendar): DayKind => {
  if (day < coversFrom || day >= coversTo) return 'unknown';
  if (holidays.some((holiday) => holiday.day === day)) return 'holiday';
  if (makeUpWorkdays.includes(day)) return 'make-up-workday';
  return isWeekend(day) ? 'weekend' : 'weekday';
};
