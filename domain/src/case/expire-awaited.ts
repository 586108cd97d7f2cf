import { clock, state, type Course } from './course.js';
import type { Step } from '../strategy/step.js';
import { finishTry } from './finish-try.js';
import { isOverdue } from './note-position.js';
import { isInGrace } from './open-case.js';
import { planIdOf } from './case-id.js';
import { isBorrower, personOfTry, triedStep } from './step-of-plan.js';
import { borrowerOf } from './terms.js';
import { caseStops } from './adopt-holds.js';
import { stillSpeaks } from './who-speaks.js';

const isPeoplesWork = ({ act, by = 'desk' }: Step): boolean =>
  act === 'arrange-visit' || (act === 'place-call' && by === 'desk');

/** New terms may name another borrower than the one a task is about, or whose contact it means to ask. */
const isAboutAnother = ({ kase, seen }: Course, planId: string, personId: string | undefined): boolean => {
  if (triedStep(kase, seen, planId).rules?.to === undefined) return !isBorrower(kase, personId);
  const borrower = borrowerOf(kase.terms);
  return !(seen.related ?? []).some((each) => each.personId === personId && each.to === borrower);
};

/** A hold on the borrower lets nobody be contacted any more, but for who speaks in the borrower's place because of it; and they only while it lasts. */
const isBarred = (course: Course, planId: string, personId: string | undefined): boolean =>
  triedStep(course.kase, course.seen, planId).rules?.to === 'representative'
    ? !stillSpeaks(course, personId)
    : caseStops(course, 'contact').length > 0;

/**
 * Ends waits that have run out: a receipt that never came is an unknown contact and counts as one; a task nobody did, this case's or the
 * one that covered it, is missed. A task is withdrawn before that when its round is over, nothing is overdue, there is grace again, a hold stops contact, or it is
 * about somebody who is not the borrower any more. Each uses its try, but for the last when nobody has begun it: it is not the new borrower's.
 */
export const expireAwaited = (course: Course): void => {
  const { round } = course.kase;
  const { steps } = course.kase;
  for (const key in steps) {
    const progress = steps[key];
    if (!progress?.awaiting || progress.state !== 'open') continue;
    const [ofRound = '', step = ''] = key.split('/');
    const planId = planIdOf(course.kase.caseId, Number(ofRound), step, progress.tries + 1);
    const isForAnother = isAboutAnother(course, planId, personOfTry(course.kase, { progress }, planId));
    const overtaken =
      Number(ofRound) !== round ||
      isInGrace(course) ||
      !isOverdue(course) ||
      isBarred(course, planId, personOfTry(course.kase, { progress }, planId)) ||
      isForAnother;
    const over = progress.awaitingUntil !== undefined && progress.awaitingUntil <= course.at;
    const open = course.kase.openTasks.includes(planId);
    if (progress.awaiting === 'task' && open && isForAnother && !course.seen.underWay.includes(planId)) {
      state(course, clock, { type: 'task-closed', taskId: planId, because: 'withdrawn' });
      continue;
    }
    if (progress.awaiting === 'task' && open && (overtaken || over))
      state(course, clock, { type: 'task-closed', taskId: planId, because: over ? 'missed' : 'withdrawn' });
    if (!over && !(overtaken && progress.awaiting === 'task')) continue;
    const tried = triedStep(course.kase, course.seen, planId);
    // Covered by another loan's task that nobody did: nobody was contacted.
    const byPeople = progress.awaiting === 'task' || (tried.rules !== undefined && isPeoplesWork(tried.rules));
    if (byPeople) state(course, clock, { type: 'try-missed', planId, because: over ? 'missed' : 'withdrawn' });
    else
      state(course, clock, {
        type: 'contact-concluded',
        planId,
        outcome: { planId, actId: planId, at: course.at, result: 'unknown' },
        consumesTry: true,
      });
    if (tried.current) finishTry(course, clock, tried, byPeople ? 'missed' : 'unknown', byPeople ? 'retry' : undefined);
  }
};
