import { minutesLater } from '../calendar/local-time.js';
import { openHolds } from '../holds/held-days.js';
import { state, type Course } from './course.js';
import type { LoanFact } from './loan-fact.js';
import { adoptHold } from './take-hold.js';
import { failedCallDaysOf, holdsTakenOn, lastContactDays } from './taken-on.js';

/** Takes over what somebody else has done on a loan: contacts, refusal and holds. Its notices are carried into the case when it opens. */
export const takeHistoryOn = (
  course: Course,
  cause: string,
  told: Extract<LoanFact, { type: 'loan-taken-on' }>,
): void => {
  const { kase, at } = course;
  const { asOf, contacts, contactsToldUntil, refusedOn } = told;
  const holds = holdsTakenOn(told, kase.loanId, cause);
  // A hold that keeps a case where it is kept it there from its first minute on.
  const walkedUntil = openHolds(holds, at)
    .filter(({ stops, scope }) => stops.includes('escalation') && !('point' in scope))
    .reduce((until, { from }) => {
      const before = minutesLater(from, -1);
      return before < until ? before : until;
    }, at);
  state(course, cause, {
    type: 'history-taken-on',
    asOf,
    walkedUntil,
    lastContactOn: lastContactDays(contacts, kase.zone),
    failedCallDays: failedCallDaysOf(contacts, kase.zone),
    ...(refusedOn && { refusedOn }),
    ...(contactsToldUntil && { contactsToldUntil }),
  });
  for (const hold of holds) if (!kase.holds.some(({ id }) => id === hold.id)) adoptHold(course, cause, hold);
};
