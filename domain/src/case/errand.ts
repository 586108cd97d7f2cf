import { minutesLater } from '../calendar/local-time.js';
import type { FollowUp } from '../contact/outcome-table.js';
import { isFollowUp, planIdOf, readPlanId } from './case-id.js';
import { clock, state, type Course } from './course.js';
import { stepKey } from './step-key.js';

/** Work of no step of the strategy, given to somebody at most once a round. An outcome may leave the same work. */
const errands = [
  'repair-contact',
  'contact-representative',
  'find-guardian',
  'verify-death',
  'prove-demand',
  'propose-write-off',
  'offer-for-sale',
  'file-claim',
  'decide-suit',
  'assess-vulnerability',
  'claim-guarantee',
] as const satisfies readonly FollowUp[];
export type Errand = (typeof errands)[number];

const errandDays = 7;

export const isErrand = (taskId: string): boolean =>
  !isFollowUp(taskId) && errands.some((errand) => errand === readPlanId(taskId).step);

/** The open tasks that ask for it, the case's own and those an outcome left. */
export const errandTasks = ({ kase }: Course, errand: Errand): string[] =>
  kase.openTasks.filter((taskId) =>
    isFollowUp(taskId) ? taskId.endsWith(`/${errand}`) : readPlanId(taskId).step === errand,
  );

/** Opens the task unless somebody has it, or had it in this round. */
export const openErrand = (course: Course, errand: Errand): void => {
  const { kase, at } = course;
  if (errandTasks(course, errand).length > 0 || kase.steps[stepKey(kase.round, errand)] !== undefined) return;
  const taskId = planIdOf(kase.caseId, kase.round, errand, 1);
  state(course, clock, { type: 'task-opened', taskId, to: errand, deadline: minutesLater(at, errandDays * 1_440) });
};

/** Somebody has done it. */
export const answerErrand = (course: Course, cause: string, taskId: string): void => {
  if (!course.kase.openTasks.includes(taskId))
    return state(course, cause, { type: 'input-noted', kind: 'task-answer', ignored: 'not-current' });
  state(course, cause, { type: 'task-closed', taskId, because: 'answered' });
  if (isFollowUp(taskId)) return;
  const { round, step } = readPlanId(taskId);
  state(course, cause, { type: 'step-done', round, step, by: 'answered' });
};

/** Nobody need do it any more. What an outcome left stays until somebody answers it. */
export const withdrawErrands = (course: Course, isNeeded: (errand: string, round: number) => boolean): void => {
  for (const taskId of course.kase.openTasks.filter(isErrand)) {
    const { round, step } = readPlanId(taskId);
    if (isNeeded(step, round)) continue;
    state(course, clock, { type: 'task-closed', taskId, because: 'withdrawn' });
    state(course, clock, { type: 'step-lapsed', round, step, because: 'condition-not-met' });
  }
};
