import { minutesLater } from '../calendar/local-time.js';
import type { Hold, HoldReason } from '../holds/hold.js';
import { planIdOf, readPlanId } from './case-id.js';
import { state, type Course } from './course.js';
import type { LoanVerification, MismatchField } from './loan-verification.js';
import { asksForBorrower, awaitsVerification, verificationPlanId } from './plan-verification.js';
import { verificationStep } from './step-of-plan.js';

/** Minutes until servicing is asked again, longer each time; the last one goes on. */
const pausesMinutes = [5, 15, 60, 240] as const;
/** Servicing says that nothing is overdue: so many days may pass until its payment event comes, whatever else is heard meanwhile; then it is a mismatch. */
const paymentDays = 3;
const taskDays = 7;

const holdPrefix = 'loan-verification/';

const placeHold = (course: Course, cause: string, reason: HoldReason): void => {
  const { kase, at } = course;
  if (kase.holds.some((hold) => hold.endedAt === undefined && hold.reason === reason && isOurs(hold))) return;
  const id = `${holdPrefix}${verificationPlanId(kase)}`;
  const hold: Hold = { id, reason, scope: { loan: kase.loanId }, stops: ['contact', 'escalation'], from: at };
  state(course, cause, { type: 'hold-placed', hold });
};

const isOurs = ({ id }: Hold): boolean => id.startsWith(holdPrefix);

/** Ends the holds that verification has placed, and the task that a mismatch has left. */
const release = (course: Course, cause: string, because: 'answered' | 'withdrawn'): void => {
  for (const hold of course.kase.holds)
    if (hold.endedAt === undefined && isOurs(hold)) state(course, cause, { type: 'hold-ended', holdId: hold.id });
  for (const taskId of course.kase.openTasks)
    if (readPlanId(taskId).step === verificationStep) state(course, cause, { type: 'task-closed', taskId, because });
};

/** A hold and work for somebody: no stage and no contact until it is answered, or until servicing says otherwise. */
const mismatch = (course: Course, cause: string, field: MismatchField, ours: string, theirs: string): void => {
  const { kase, at } = course;
  const waiting = kase.openTasks.some((taskId) => readPlanId(taskId).step === verificationStep);
  const taskId = planIdOf(kase.caseId, kase.round, verificationStep, (kase.verification?.tries ?? 0) + 1);
  placeHold(course, cause, 'loan-mismatch');
  state(course, cause, { type: 'loan-mismatched', field, ours, theirs });
  if (waiting) return;
  const deadline = minutesLater(at, taskDays * 1440);
  state(course, cause, { type: 'task-opened', taskId, to: verificationStep, deadline });
};

const askAnew = (course: Course, cause: string): void =>
  state(course, cause, { type: 'verification-awaited', from: 'servicing', because: 'news', until: course.at });

/** Takes what servicing and the directory said, or that they said nothing; the case asks again, goes on, or is held. */
export const takeVerification = (
  course: Course,
  cause: string,
  planId: string,
  verification: LoanVerification,
): void => {
  const { kase, seen, at } = course;
  if (!(awaitsVerification(course) || asksForBorrower(course)) || planId !== verificationPlanId(kase))
    return state(course, cause, { type: 'input-noted', kind: 'loan-verification', ignored: 'not-current' });
  const before = kase.verification?.state === 'awaited' ? kase.verification : undefined;
  // Only the directory is asked for by now: what a person has answered is not asked again.
  if (
    kase.verification?.by === 'person' &&
    (verification.result === 'mismatched' || verification.result === 'not-overdue')
  )
    return state(course, cause, { type: 'loan-verified', by: 'person', positionVersion: seen.position.version });
  switch (verification.result) {
    case 'verified':
      state(course, cause, {
        type: 'loan-verified',
        by: 'servicing',
        positionVersion: verification.positionVersion,
      });
      return release(course, cause, 'withdrawn');
    case 'mismatched':
      // Compared before an event that has come since: that one found no mismatch yet to ask again about.
      if (verification.positionVersion < seen.position.version) return askAnew(course, cause);
      return mismatch(course, cause, verification.field, verification.ours, verification.theirs);
    case 'not-overdue': {
      if (before?.notOverdueSince !== undefined && at >= minutesLater(before.notOverdueSince, paymentDays * 1440))
        return mismatch(course, cause, 'overdue', 'true', 'false');
      placeHold(course, cause, 'payment-pending');
      const until = minutesLater(at, 1440);
      return state(course, cause, { type: 'verification-awaited', from: 'servicing', because: 'not-overdue', until });
    }
    case 'trouble': {
      const { from, trouble, field, reason } = verification;
      const inARow = before?.because === trouble ? before.inARow : 0;
      const until = minutesLater(at, pausesMinutes[Math.min(inARow, pausesMinutes.length - 1)] ?? 240);
      return state(course, cause, {
        type: 'verification-awaited',
        from,
        because: trouble,
        until,
        ...(field !== undefined && { field }),
        ...(reason !== undefined && { reason }),
      });
    }
    default:
      return verification satisfies never;
  }
};

/** Servicing has told something new of a loan it did not agree with us about: it is asked again, at once. */
export const hearOfLoan = (course: Course, cause: string): void => {
  const { kase, seen } = course;
  const { verification } = kase;
  if (kase.status !== 'intake' || !seen.rules.verifiesIntake || !verification) return;
  const disagrees =
    verification.state === 'mismatched' || (verification.state === 'awaited' && verification.because === 'not-overdue');
  if (!disagrees) return;
  if (verification.state === 'awaited') release(course, cause, 'withdrawn');
  askAnew(course, cause);
};

/** Somebody has looked into a mismatch: the case goes on with what our events say. */
export const answerVerification = (course: Course, cause: string, taskId: string): void => {
  const { kase } = course;
  if (!kase.openTasks.includes(taskId))
    return state(course, cause, { type: 'input-noted', kind: 'task-answer', ignored: 'not-current' });
  release(course, cause, 'answered');
  state(course, cause, { type: 'loan-verified', by: 'person', positionVersion: course.seen.position.version });
};
