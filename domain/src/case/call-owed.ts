import type { StageRules } from '../strategy/strategy.js';
import { callOfFound } from './call-of-found.js';
import type { Course } from './course.js';
import { stepKey } from './step-key.js';
import { stepsToDo } from './steps-to-do.js';

/** The stage of the call that a number which was found is still owed: called in, not too late, its tries not used. */
export const callOwed = (course: Course): StageRules | undefined => {
  const { kase, seen } = course;
  const call = callOfFound(seen.rules.strategy);
  if (!call || kase.steps[stepKey(kase.round, call.step.step)]?.alternativeSince === undefined) return undefined;
  return stepsToDo(course, [call.step]).some(({ late }) => !late) ? call.stage : undefined;
};
