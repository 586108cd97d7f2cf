import { minutesLater } from '../calendar/local-time.js';
import type { Instant } from '../calendar/instant.js';
import { stopsNow } from '../holds/held-days.js';
import type { Hold } from '../holds/hold.js';
import { state, type Course } from './course.js';
import type { LoanFact } from './loan-fact.js';
import { adoptHold } from './take-hold.js';
import { failedCallDaysOf, holdsTakenOn, lastContactDays } from './taken-on.js';

/** The last instant at which nothing kept the case where it was: holds that follow on one another are one. */
const lastFree = (holds: readonly Hold[], at: Instant): Instant => {
  const keeping = stopsNow(holds, 'escalation', at).filter(({ scope }) => !('point' in scope));
  const from = keeping.map((hold) => hold.from).toSorted()[0];
  return from === undefined ? at : lastFree(holds, minutesLater(from, -1));
};

/** Takes over what somebody else has done on a loan: contacts, refusal and holds. Its notices are carried into the case when it opens. */
export const takeHistoryOn = (
  course: Course,
  cause: string,
  told: Extract<LoanFact, { type: 'loan-taken-on' }>,
): void => {
  const { kase, at } = course;
  const { asOf, contacts, contactsToldUntil, refusedOn } = told;
  const holds = holdsTakenOn(told, kase.loanId, cause);
  const walkedUntil = lastFree(holds, at);
  state(course, cause, {
    type: 'history-taken-on',
    asOf,
    walkedUntil,
    lastContactOn: lastContactDays(contacts, kase.zone),
    failedCallDays: failedCallDaysOf(contacts, kase.zone),
    ...(refusedOn && { refusedOn }),
    ...(contactsToldUntil && { contactsToldUntil }),
    told: {
      payments: told.payments.length,
      contacts: contacts.length,
      notices: told.notices.length,
      holds: told.holds.length,
    },
  });
  for (const hold of holds) if (!kase.holds.some(({ id }) => id === hold.id)) adoptHold(course, cause, hold);
};
