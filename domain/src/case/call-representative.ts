import { clock, state, type Course } from './course.js';
import { answerErrand, errandTasks, openErrand } from './errand.js';
import { stepKey } from './step-key.js';
import { reachRepresentative, whoSpeaks } from './who-speaks.js';

/**
 * A borrower who is represented, without capacity or dead is not spoken to; who speaks for them is (regulation.md section 5). While nobody is
 * named who can be reached, finding them is work for somebody; once named, with their paper, that work is done and the strategy's first
 * step to them is due, once a round.
 */
export const callRepresentative = (course: Course): void => {
  const { kase, seen } = course;
  const [first] = seen.rules.strategy.representative?.steps ?? [];
  const who = first && whoSpeaks(course);
  if (!first || !who || who.barred) return;
  if (!reachRepresentative(course, 'call')) return openErrand(course, who.errand);
  for (const taskId of errandTasks(course, who.errand)) answerErrand(course, clock, taskId);
  const { round } = kase;
  if (kase.steps[stepKey(round, first.step)] === undefined)
    state(course, clock, { type: 'alternative-called-in', round, step: first.step, from: who.errand });
};
