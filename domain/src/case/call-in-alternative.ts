import type { Step } from '../strategy/step.js';
import { state, type Course } from './course.js';

/** Calls in the alternative of a step that gave way: due from now on, whatever its ladder day. */
export const callInAlternative = (
  course: Course,
  cause: string,
  { round, rules }: { round: number; rules?: Step },
): void => {
  if (rules?.else) state(course, cause, { type: 'alternative-called-in', round, step: rules.else, from: rules.step });
};
