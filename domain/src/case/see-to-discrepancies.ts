import { minutesLater } from '../calendar/local-time.js';
import { isFollowUp, planIdOf, readPlanId } from './case-id.js';
import type { Input } from './case-inputs.js';
import type { Discrepancy } from './contract-fact.js';
import { clock, state, type Course } from './course.js';
import { discrepanciesOf } from './discrepancies-of.js';
import { interestStops } from './interest-stops.js';
import { totalsThatDiffer } from './totals-that-differ.js';

/** Looking into sums of servicing that are not ours. */
export const discrepancyStep = 'discrepancy';
const taskDays = 7;

export const isDiscrepancyTask = (taskId: string): boolean =>
  !isFollowUp(taskId) && readPlanId(taskId).step === discrepancyStep;

const same = (a: Discrepancy, b: Discrepancy): boolean => a.ours === b.ours && a.theirs === b.theirs;

const solve = (course: Course, cause: string, id: string, taskId: string, by: 'news' | 'person'): void => {
  state(course, cause, { type: 'discrepancy-solved', discrepancyId: id, by });
  if (course.kase.openTasks.includes(taskId))
    state(course, cause, { type: 'task-closed', taskId, because: by === 'person' ? 'answered' : 'withdrawn' });
};

/** Whether one of these told sums: of the latest day, or of an instalment that the sums told before it knew of. */
const toldNow = (inputs: readonly Input[]): boolean =>
  inputs.some((input) => input.kind === 'loan-event' && 'arrearsTotal' in input.event);

/**
 * Sums are held against ours when they are told, and while they differ: what is dated back later was in neither's books then.
 */
const totalsTold = ({ seen, kase }: Course, inputs: readonly Input[]): Discrepancy[] => {
  const open = (kase.discrepancies ?? []).filter(({ state: is }) => is === 'open').map(({ discrepancy: { id } }) => id);
  const isNew = toldNow(inputs);
  if (!isNew && !open.some((id) => /^(arrears|outstanding)\//.test(id))) return [];
  const stops = interestStops(kase, [...seen.loanHolds, ...seen.people.flatMap(({ holds }) => holds)]);
  return totalsThatDiffer(seen, stops).filter(({ id }) => isNew || open.includes(id));
};

/**
 * Finds where servicing's sums are not ours and gives somebody the work to look into it, once for the same sums; nothing is put right by itself. Later
 * news solve it, or the answer of a person, which stands while the sums stay as they were. `news`: what it is found by.
 */
export const seeToDiscrepancies = (course: Course, news: string, inputs: readonly Input[]): void => {
  const { seen, at } = course;
  const found = [...discrepanciesOf(seen), ...totalsTold(course, inputs)];
  for (const known of course.kase.discrepancies ?? []) {
    if (known.state !== 'open') continue;
    const now = found.find(({ id }) => id === known.discrepancy.id);
    if (!now || !same(now, known.discrepancy)) solve(course, news, known.discrepancy.id, known.taskId, 'news');
  }
  for (const discrepancy of found) {
    const { kase } = course;
    const all = kase.discrepancies ?? [];
    const last = all.findLast((each) => each.discrepancy.id === discrepancy.id);
    if (last && same(last.discrepancy, discrepancy) && last.state !== 'solved-by-news') continue;
    const taskId = planIdOf(kase.caseId, kase.round, discrepancyStep, all.length + 1);
    state(course, news, { type: 'discrepancy-found', discrepancy, taskId });
    const deadline = minutesLater(at, taskDays * 1_440);
    state(course, clock, { type: 'task-opened', taskId, to: discrepancyStep, deadline });
  }
};

/** Somebody has looked into it. */
export const answerDiscrepancy = (course: Course, cause: string, taskId: string): void => {
  const known = course.kase.discrepancies?.find((each) => each.taskId === taskId && each.state === 'open');
  if (!known) return state(course, cause, { type: 'input-noted', kind: 'task-answer', ignored: 'not-current' });
  solve(course, cause, known.discrepancy.id, taskId, 'person');
};
