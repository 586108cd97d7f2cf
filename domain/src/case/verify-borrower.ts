import { minutesLater } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import { planIdOf, readPlanId } from './case-id.js';
import { clock, state, type Course } from './course.js';
import { awaitsVerification } from './plan-verification.js';
import { endHold } from './take-hold.js';

const verifyDays = 7;
const verifyStep = (personId: string): string => `verify-${personId}`;

/** The hold kept while the borrower is not known: no stage and no contact. */
const verificationHoldId = (personId: string): string => `verification/${personId}`;

/** Somebody need not be verified any more: the hold and the task for it are over. */
const endVerification = (course: Course, cause: string, personId: string, because: 'answered' | 'withdrawn'): void => {
  endHold(course, cause, verificationHoldId(personId));
  const taskId = course.kase.openTasks.find((id) => readPlanId(id).step === verifyStep(personId));
  if (taskId) state(course, cause, { type: 'task-closed', taskId, because });
};

/** A debtor was loaded or pulled: whoever was waited for is known now. */
export const knowPerson = (course: Course, cause: string, personId: string): void => {
  const holdId = verificationHoldId(personId);
  if (course.kase.holds.some(({ id, endedAt }) => id === holdId && endedAt === undefined))
    return endVerification(course, cause, personId, 'answered');
  state(course, cause, { type: 'input-noted', kind: 'person-known' });
};

/** An unknown borrower is a hold and a task for someone, not a contact. Nobody need verify who is not the borrower any more. */
export const holdForVerification = (course: Course): void => {
  const { kase, seen, at } = course;
  const borrower = kase.terms.debtors.find(({ role }) => role === 'borrower');
  // The directory has not answered yet: nobody knows whether the borrower is unknown.
  if (!borrower || awaitsVerification(course)) return;
  const { personId } = borrower;
  const id = verificationHoldId(personId);
  for (const hold of kase.holds)
    if (hold.reason === 'verification' && hold.endedAt === undefined && hold.id !== id)
      endVerification(course, clock, hold.id.slice(verificationHoldId('').length), 'withdrawn');
  const known = seen.people.some((person) => person.personId === personId && person.known);
  const asked = course.kase.holds.filter((hold) => hold.id === id);
  if (known || asked.some(({ endedAt }) => endedAt === undefined)) return;
  const hold: Hold = {
    id,
    reason: 'verification',
    scope: { loan: kase.loanId },
    stops: ['contact', 'escalation'],
    from: at,
  };
  state(course, clock, { type: 'hold-placed', hold });
  const taskId = planIdOf(kase.caseId, kase.round, verifyStep(personId), asked.length + 1);
  state(course, clock, {
    type: 'task-opened',
    taskId,
    to: 'verify-person',
    deadline: minutesLater(at, verifyDays * 1440),
  });
};
