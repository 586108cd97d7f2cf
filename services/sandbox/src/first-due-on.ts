import { addDays, type Day } from './local-time.js';
import type { Entry } from './recipes/recipe.js';

const dueDaysOfMonth = ['01', '10', '20'];

/** The day on which a loan's first instalment that is missed falls due. */
export function firstDueOn(entry: Entry, from: Day): Day {
  if ('dpd' in entry) return addDays(from, -entry.dpd);
  let day = from;
  for (let wait = entry.month * dueDaysOfMonth.length + entry.due; ; day = addDays(day, 1)) {
    if (!dueDaysOfMonth.includes(day.slice(8))) continue;
    if (wait === 0) return day;
    wait -= 1;
  }
}
