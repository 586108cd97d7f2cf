import { practiceOf } from '../arrangements/promise-practice.js';
import type { Instant } from '../calendar/instant.js';
import { planIdOf } from './case-id.js';
import { state, type Course } from './course.js';
import { stepKey } from './step-key.js';

/**
 * Undoes what breaking did when a promise turns out to have been kept: the steps it called in lapse, and their task is taken back unless
 * somebody has begun it. The stage it led to is left by `moveStage`. Nothing is undone that another broken promise has called for as well.
 */
export const unbreakPromise = (course: Course, cause: string, foundAt: Instant | undefined): void => {
  const { kase, seen } = course;
  const stillBroken = kase.promises.some(
    (promise) => promise.state === 'broken' && (promise.foundAt ?? '') >= (foundAt ?? ''),
  );
  if (stillBroken) return;
  for (const { step } of practiceOf(seen.rules.strategy).whenBroken?.steps ?? []) {
    const { round } = kase;
    const progress = kase.steps[stepKey(round, step)];
    if (progress?.state !== 'open' || progress.alternativeSince === undefined) continue;
    const taskId = planIdOf(kase.caseId, round, step, progress.tries + 1);
    if (seen.underWay.includes(taskId)) continue;
    // A message that has gone out: its receipt is waited for.
    if (progress.awaiting === 'receipt') continue;
    if (kase.openTasks.includes(taskId)) state(course, cause, { type: 'task-closed', taskId, because: 'withdrawn' });
    state(course, cause, { type: 'step-lapsed', round, step, because: 'promise-kept' });
  }
};
