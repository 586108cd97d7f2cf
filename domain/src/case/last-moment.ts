import { practiceOf } from '../arrangements/promise-practice.js';
import type { PromiseMade, PromiseTold } from '../arrangements/promise.js';
import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { startOfDay } from '../calendar/local-time.js';
import type { Course } from './course.js';

/** By when a promise made now is kept, and when it is broken unless it was: after its grace and the posting time of its way of payment. */
export const termsOfPromise = (
  { kase, seen }: Course,
  { by, method }: Pick<PromiseTold, 'by' | 'method'>,
): { keptUntil: Day; judgedAt: Instant } => {
  const { graceDays, postingDays } = practiceOf(seen.rules.strategy);
  const keptUntil = addDays(by, graceDays);
  return { keptUntil, judgedAt: startOfDay(addDays(keptUntil, postingDays[method ?? 'unsaid'] + 1), kase.zone) };
};

/** When a promise that was not kept is broken. */
export const lastMoment = (course: Course, promise: PromiseMade): Instant =>
  promise.judgedAt ?? termsOfPromise(course, promise).judgedAt;
