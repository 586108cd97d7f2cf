import { minutesLater } from '../calendar/local-time.js';
import { planIdOf } from './case-id.js';
import type { CollectionCase, Verification } from './collection-case.js';
import type { Course } from './course.js';
import type { PlannedNext } from './plan.js';
import { verifyStep } from './step-of-plan.js';

/** The case is at intake and servicing has not answered for it yet. A mismatch is an answer: its hold stops the case. */
export const awaitsVerification = ({ kase, seen }: Course): boolean =>
  kase.status === 'intake' &&
  (seen.rules.verifiesIntake ?? false) &&
  (kase.verification === undefined || kase.verification.state === 'awaited');

/** Servicing agrees, but nobody knows the borrower: the directory is asked again, for as long as the case is held for that. */
export const asksForBorrower = ({ kase, seen }: Course): boolean =>
  kase.status === 'intake' &&
  (seen.rules.verifiesIntake ?? false) &&
  kase.verification?.state === 'verified' &&
  kase.holds.some(({ reason, endedAt }) => reason === 'verification' && endedAt === undefined);

/** Named after how often was asked: each asking is a plan of its own. */
export const verificationPlanId = ({ caseId, round, verification }: CollectionCase): string =>
  planIdOf(caseId, round, verifyStep, (verification?.tries ?? 0) + 1);

const aDay = 1440;

/** The first plan of a case: to ask servicing and the directory. It contacts nobody, so any time of day will do. */
export const planVerification = (course: Course): PlannedNext => {
  const { kase, seen, at } = course;
  const { verification, plan } = kase;
  const again = asksForBorrower(course);
  const id = verificationPlanId(kase);
  const planned = !('ending' in plan) && plan.id === id ? plan.dueAt : again ? minutesLater(at, aDay) : at;
  return {
    id,
    readPosition: seen.position.version,
    dueAt: verification?.state === 'awaited' ? verification.until : planned,
    act: { kind: 'verify-loan' },
    because: again ? 'the directory may know the borrower by then' : reasonFor(verification),
  };
};

const reasonFor = (verification: Verification | undefined): string => {
  if (verification?.state !== 'awaited') return 'asks servicing';
  switch (verification.because) {
    case 'down':
    case 'refused-us':
    case 'nonsense':
    case 'unanswered':
      return `waits for ${verification.from}`;
    case 'not-overdue':
      return 'waits for a payment that servicing knows of';
    case 'news':
      return 'asks servicing again';
    default:
      return verification.because satisfies never;
  }
};
