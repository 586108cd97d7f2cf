import { z } from 'zod';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import type { HolidayCalendar } from './holiday-calendar.js';

const day = z.iso.date('must be a day that exists, YYYY-MM-DD');

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The first of two years in a row that are covered, wholly or in part, and of which no holiday is told. */
const untoldYears = (coversFrom: string, coversTo: string, days: readonly string[]): number | undefined => {
  const told = new Set(days.map(yearOf));
  const last = coversTo.slice(5) === '01-01' ? yearOf(coversTo) - 1 : yearOf(coversTo);
  for (let year = yearOf(coversFrom); year < last; year++) if (!told.has(year) && !told.has(year + 1)) return year;
  return undefined;
};

const holidayCalendarSchema = z
  .strictObject({
    calendar: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code'),
    version: z.int().min(1),
    coversFrom: day,
    coversTo: day,
    citation: z.string().regex(/[\p{L}\p{N}]/u, 'must have letters or digits'),
    holidays: z.array(z.strictObject({ day, name: z.string().min(1) })).min(1),
    makeUpWorkdays: z.array(day),
  })
  .superRefine(({ coversFrom, coversTo, holidays, makeUpWorkdays }, context) => {
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (coversTo <= coversFrom) wrong(['coversTo'], 'must be after coversFrom');
    const days = holidays.map((holiday) => holiday.day);
    const untold = untoldYears(coversFrom, coversTo, days);
    if (days.length > 0 && untold)
      wrong(
        [untold > Math.max(...days.map(yearOf)) ? 'coversTo' : 'coversFrom'],
        `covers ${untold} and ${untold + 1} and has no holiday of either: cover no year whose holidays are not told`,
      );
    days.forEach((each, nth) => {
      if (each < coversFrom || each >= coversTo) wrong(['holidays', nth, 'day'], 'is outside the days covered');
      if (days.indexOf(each) < nth) wrong(['holidays', nth, 'day'], 'is named twice');
    });
    makeUpWorkdays.forEach((each, nth) => {
      if (each < coversFrom || each >= coversTo) wrong(['makeUpWorkdays', nth], 'is outside the days covered');
      if (days.includes(each)) wrong(['makeUpWorkdays', nth], 'is a holiday too');
      if (![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay()))
        wrong(['makeUpWorkdays', nth], 'is no Saturday or Sunday');
    });
  });

/** A holiday calendar, or everything that is wrong with it, by field. */
export const readHolidayCalendar = (value: unknown): { calendar: HolidayCalendar } | { faults: SchemaFault[] } => {
  const read = holidayCalendarSchema.safeParse(value);
  return read.success ? { calendar: read.data } : { faults: schemaFaults(read.error) };
};
