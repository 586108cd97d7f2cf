import type { StepResult } from '../strategy/step.js';
import type { TryResult } from '../strategy/try-result.js';
import { state, type Course } from './course.js';
import { callInAlternative } from './call-in-alternative.js';
import { recallStep, type TriedStep } from './step-of-plan.js';

/** Unknown is done: to send again could be one contact too many. But a notice of which nobody knows whether it arrived is not given. */
const byDefault = (result: TryResult, givesNotice: boolean): StepResult =>
  result === 'failed' || (result === 'unknown' && givesNotice) ? 'retry' : 'done';

/** Ends a try of the current step: done, tried again while tries last, or given way to its alternative. `fallback` rules where the strategy is silent. */
export const finishTry = (
  course: Course,
  cause: string,
  tried: TriedStep,
  result: TryResult,
  fallback?: StepResult,
): void => {
  const { round, step, rules, attempt, progress } = tried;
  // A recall has no tries to use up: it is done when nothing is handed over any more.
  if (step === recallStep) return;
  const leadsTo = rules?.on?.[result] ?? fallback ?? byDefault(result, rules?.notice !== undefined);
  if (leadsTo === 'retry' && attempt - (progress?.triesBefore ?? 0) < (rules?.tries ?? 1)) return;
  if (leadsTo === 'done') return state(course, cause, { type: 'step-done', round, step, by: result });
  state(course, cause, { type: 'step-lapsed', round, step, because: 'tries-used' });
  callInAlternative(course, cause, tried);
};
