import { localDay } from '../calendar/local-time.js';
import { heldDaysBetween, holdEnd, stopsNow } from '../holds/held-days.js';
import type { Hold, HoldStop } from '../holds/hold.js';
import { clock, state, type Course } from './course.js';
import { holdsOfCase } from './holds-of-case.js';
import { unresolvedHold } from './take-hold.js';

/** Open holds that stop something for the case as a whole; a held number is only a number not to be used. */
export const caseStops = ({ kase, at }: Course, stop: HoldStop): Hold[] =>
  kase.holds.length === 0 ? [] : stopsNow(holdsOfCase(kase), stop, at).filter(({ scope }) => !('point' in scope));

/** Over, but it held days of these arrears: the ladder's clock stood still, whoever was the case then. */
const heldDays = ({ kase, at }: Course, hold: Hold): boolean =>
  heldDaysBetween([hold], kase.anchorOn, localDay(at, kase.zone), kase.zone) > 0;

/** Takes over what stands on the loan and its debtors, whatever their role, and lets go of what has ended or run out. */
export const adoptHolds = (course: Course): void => {
  const { seen, at } = course;
  for (const hold of [...seen.loanHolds, ...seen.people.flatMap(({ holds }) => holds)]) {
    const mine = course.kase.holds.find(({ id }) => id === hold.id);
    const end = holdEnd(hold);
    const over = end !== undefined && end <= at;
    if (!mine && !over) state(course, hold.id, { type: 'hold-placed', hold });
    if (!mine && over && heldDays(course, hold))
      state(course, hold.id, { type: 'hold-placed', hold: { ...hold, endedAt: end } });
    if (mine && mine.endedAt === undefined && hold.endedAt !== undefined)
      state(course, hold.id, { type: 'hold-ended', holdId: hold.id });
  }
  // Parked before the case opened: nobody told it.
  for (const parkedId of seen.unresolved) {
    if (!course.kase.holds.some(({ id }) => id === parkedId))
      state(course, parkedId, { type: 'hold-placed', hold: unresolvedHold(course, parkedId) });
  }
  for (const { id, until, endedAt } of course.kase.holds) {
    if (endedAt === undefined && until !== undefined && until <= at)
      state(course, clock, { type: 'hold-ended', holdId: id });
  }
};
