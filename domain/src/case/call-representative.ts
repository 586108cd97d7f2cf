import { clock, state, type Course } from './course.js';
import { answerErrand, errandTasks, openErrand } from './errand.js';
import { stepKey } from './step-key.js';
import { reachRepresentative, whoSpeaks } from './who-speaks.js';

/**
 * A borrower who is represented, without capacity or dead is not spoken to; who speaks for them is (regulation.md section 5). While nobody is
 * named who can be reached, finding them is work for somebody, whoever has the loan; once named, with their paper, that work is done and the
 * strategy's first step to them, if it has any, is due, once a round.
 */
export const callRepresentative = (course: Course): void => {
  const who = whoSpeaks(course);
  if (!who || who.barred) return;
  const { kase, seen } = course;
  if (!(kase.handedTo ? who.isNamed : reachRepresentative(course, 'call'))) return openErrand(course, who.errand);
  for (const taskId of errandTasks(course, who.errand)) answerErrand(course, clock, taskId);
  const [first] = seen.rules.strategy.representative?.steps ?? [];
  if (!first || kase.handedTo || kase.status !== 'open') return;
  const { round } = kase;
  if (kase.steps[stepKey(round, first.step)] === undefined)
    state(course, clock, { type: 'alternative-called-in', round, step: first.step, from: who.errand });
};
