import { addDays, daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import type { Day } from '@recourse/domain/calendar/day';
import { calendarsEnding } from '@recourse/domain/law/dated-faults';
import type { Law } from '@recourse/domain/law/law';

/** Days before the end of a holiday calendar, and of the zone table, from which on it is said. */
const noticeDays = 60;

/** What the law rests on and that runs out soon, or has, in words. */
export const endingSoon = (law: Law, today: Day): string[] => {
  const ends = (left: number): string => (left > 0 ? `ends in ${left} days` : 'has ended');
  const calendars = calendarsEnding(law, today, noticeDays).map(
    ({ calendar, left }) => `calendar ${calendar} ${ends(left)}; past its end whatever rests on it is refused`,
  );
  const coversTo = law.zones?.coversTo;
  if (coversTo === undefined || addDays(today, noticeDays) < coversTo) return calendars;
  const left = daysBetween(today, coversTo);
  return [...calendars, `the zone table ${ends(left)}; past its end nobody is contacted`];
};
