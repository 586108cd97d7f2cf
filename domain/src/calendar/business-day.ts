import { addDays } from './day-arithmetic.js';
import type { Day } from './day.js';
import { dayKind, type HolidayCalendar } from './holiday-calendar.js';

/** The `n`th business day after `day`, make-up workdays included; undefined where the calendar does not reach, or there is none. */
export const addBusinessDays = (day: Day, n: number, calendar: HolidayCalendar | undefined): Day | undefined => {
  let at = day;
  for (let counted = 0; counted < n;) {
    at = addDays(at, 1);
    const kind = calendar ? dayKind(at, calendar) : 'unknown';
    if (kind === 'unknown') return undefined;
    if (kind === 'weekday' || kind === 'make-up-workday') counted += 1;
  }
  return at;
};
