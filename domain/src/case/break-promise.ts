import { practiceOf } from '../arrangements/promise-practice.js';
import { state, type Course } from './course.js';
import { stepKey } from './step-key.js';
import { isOverdue } from './note-position.js';

/** The name under which a broken promise calls in a step. */
const promiseBroken = 'promise-broken';

/** What the strategy does when a promise is broken: its first step is due from now on, unless it is under way. Once for several broken at a time. */
export const breakPromise = (course: Course, promiseId: string): void => {
  const { kase, seen } = course;
  const [first] = practiceOf(seen.rules.strategy).whenBroken?.steps ?? [];
  if (!first || kase.status !== 'open' || kase.stage === 'monitoring' || kase.endsAs || !isOverdue(course)) return;
  const { round } = kase;
  const { step } = first;
  const progress = kase.steps[stepKey(round, step)];
  if (progress?.state === 'open') return;
  state(course, promiseId, {
    type: 'alternative-called-in',
    round,
    step,
    from: promiseBroken,
    ...(progress && { again: true }),
  });
};
