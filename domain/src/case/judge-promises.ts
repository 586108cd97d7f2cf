import { keptUntil, moneyForPromises, type MoneyForPromise } from '../arrangements/money-for-promises.js';
import type { PromiseMade } from '../arrangements/promise.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { asItCame, withoutTakenBack } from '../money/money-that-stays.js';
import type { Position } from '../money/position.js';
import { breakPromise } from './break-promise.js';
import { clock, state, type Course } from './course.js';
import { lastMoment } from './last-moment.js';
import { unbreakPromise } from './unbreak-promise.js';

/** Nothing was overdue any more by the last day that keeps it: whatever was promised, there is nothing left to pay. */
const isClear = ({ kase }: Course, promise: PromiseMade, position: Position): boolean =>
  amountsOn(position, keptUntil(promise), allocationOf(kase.terms)).arrears <= kase.terms.tolerance;

/** By money that stayed. */
const isCleared = (course: Course, promise: PromiseMade): boolean => {
  const { kase, seen, at } = course;
  if (localDay(at, kase.zone) <= keptUntil(promise)) return kase.noted.arrears <= kase.terms.tolerance;
  return isClear(course, promise, withoutTakenBack(seen.position));
};

/** By money that came, whatever became of it. */
const wasCleared = (course: Course, promise: PromiseMade): boolean =>
  isClear(course, promise, asItCame(course.seen.position));

const endHold = (course: Course, cause: string, id: string): void => {
  const holds = course.kase.holds.some((hold) => hold.id === id && hold.endedAt === undefined);
  if (holds) state(course, cause, { type: 'hold-ended', holdId: id });
};

const judgeOpen = (course: Course, promise: PromiseMade, { received }: MoneyForPromise, isKept: boolean): void => {
  if (!isKept && course.at < lastMoment(course, promise)) return;
  const { id: promiseId } = promise;
  state(course, clock, { type: 'promise-judged', promiseId, state: isKept ? 'kept' : 'broken', received });
  endHold(course, clock, promiseId);
  if (!isKept) breakPromise(course, promiseId);
};

/** News of money turns what was found: it came in time after all, or did not stay. `cause`: the news. */
const judgeAgain = (
  course: Course,
  cause: string,
  promise: PromiseMade,
  { received, takenBack }: MoneyForPromise,
  isKept: boolean,
): void => {
  const { id: promiseId, foundAt } = promise;
  if (promise.state === 'broken' && isKept) {
    state(course, cause, { type: 'promise-judged', promiseId, state: 'kept', received, was: 'broken' });
    return unbreakPromise(course, cause, foundAt);
  }
  // Of an older one nobody wrote down by what it was found kept.
  if (promise.state !== 'kept' || foundAt === undefined || isKept) return;
  if (takenBack === 0 && !wasCleared(course, promise)) return;
  state(course, cause, { type: 'promise-judged', promiseId, state: 'broken', received, was: 'kept' });
  breakPromise(course, promiseId);
};

/**
 * Judges promises by value date: kept as soon as the money is there, broken when grace and posting time are over, and the other way round
 * when later news says so. The hold of a promise ends with it. `cause`: the first news of the turn.
 */
export const judgePromises = (course: Course, cause: string): void => {
  const { kase, seen } = course;
  if (kase.promises.length === 0) return;
  const moneyFor = moneyForPromises(kase.promises, seen.position, kase.zone);
  for (const promise of kase.promises.filter(({ state: found }) => found !== 'replaced')) {
    const money = moneyFor(promise.id);
    const isKept = money.received + (promise.tolerance ?? 0) >= promise.amount || isCleared(course, promise);
    if (promise.state === 'open') judgeOpen(course, promise, money, isKept);
    else judgeAgain(course, cause, promise, money, isKept);
  }
};
