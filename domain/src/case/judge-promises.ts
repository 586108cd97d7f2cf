import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import { paidBetween } from '../money/arrears.js';
import type { PromiseMade } from './collection-case.js';
import { clock, state, type Course } from './course.js';

/** When a promise that was not kept is broken: after its day and the posting time the strategy allows. */
export const judgedAt = ({ kase, seen }: Course, { by }: PromiseMade): Instant =>
  startOfDay(addDays(by, seen.rules.strategy.promiseGraceDays + 1), kase.zone);

/** Judges open promises by value date: kept as soon as the money is there, broken when its time is over. Its hold ends with it. */
export const judgePromises = (course: Course): void => {
  for (const promise of course.kase.promises.filter(({ state: judged }) => judged === 'open')) {
    const received = paidBetween(course.seen.position, localDay(promise.madeAt, course.kase.zone), promise.by);
    const kept = received >= promise.amount || course.kase.noted.arrears === 0;
    if (!kept && course.at < judgedAt(course, promise)) continue;
    state(course, clock, { type: 'promise-judged', promiseId: promise.id, state: kept ? 'kept' : 'broken', received });
    const holds = course.kase.holds.some(({ id, endedAt }) => id === promise.id && endedAt === undefined);
    if (holds) state(course, clock, { type: 'hold-ended', holdId: promise.id });
  }
};
