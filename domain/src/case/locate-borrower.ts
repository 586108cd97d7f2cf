import { minutesLater } from '../calendar/local-time.js';
import { borrowerUnreachable } from './borrower-unreachable.js';
import { planIdOf, readPlanId } from './case-id.js';
import { clock, state, type Course } from './course.js';
import { stepKey } from './evolve.js';
import { isOverdue } from './note-position.js';

/** Searches are steps of the machinery, `locate-debtor-1` on: each is one task. */
const searchStep = (nth: number): string => `locate-debtor-${nth}`;
export const isSearch = (taskId: string): boolean => readPlanId(taskId).step.startsWith(searchStep(0).slice(0, -1));

const openSearch = ({ kase }: Course): string | undefined => kase.openTasks.find(isSearch);

/** The step that a number that was found is called by, when it is one of the stage the case is in. */
const stepAfter = ({ kase, seen }: Course): string | undefined => {
  const { strategy } = seen.rules;
  const stage = strategy.stages.find((each) => each.stage === kase.stage);
  return stage?.steps.find(({ step }) => step === strategy.locate?.call)?.step;
};

const endSearch = (course: Course, cause: string, taskId: string, by: 'found' | 'not-found'): void => {
  state(course, cause, { type: 'task-closed', taskId, because: 'answered' });
  const { round, step } = readPlanId(taskId);
  state(course, cause, { type: 'step-done', round, step, by });
};

/** Somebody says that the search is over: what was found has come as a person's new number, or nothing was. */
export const answerSearch = (course: Course, cause: string, taskId: string): void => {
  if (!course.kase.openTasks.includes(taskId))
    return state(course, cause, { type: 'input-noted', kind: 'task-answer', ignored: 'not-current' });
  endSearch(course, cause, taskId, 'not-found');
};

/**
 * A borrower who is proved unreachable is looked for (requirements D2): one task at a time, as often as the strategy says. A new number
 * ends the search, and its step of the stage is called in; a borrower who was reached otherwise is looked for no more.
 */
export const locateBorrower = (course: Course, heardOf: readonly string[]): void => {
  const { kase, seen, at } = course;
  const { locate } = seen.rules.strategy;
  const search = openSearch(course);
  if (!locate || kase.status !== 'open') return;
  const next = stepAfter(course);
  const wanted = isOverdue(course) && borrowerUnreachable(seen) !== undefined;
  if (search && !wanted) {
    const borrower = kase.terms.debtors.find(({ role }) => role === 'borrower')?.personId;
    if (!isOverdue(course) || borrower === undefined || !heardOf.includes(borrower))
      return state(course, clock, { type: 'task-closed', taskId: search, because: 'withdrawn' });
    endSearch(course, clock, search, 'found');
    const { round, step: from } = readPlanId(search);
    if (next) state(course, clock, { type: 'alternative-called-in', round, step: next, from });
    return;
  }
  if (search || !wanted || next === undefined) return;
  const nth = [...Array(locate.tries).keys()]
    .map((n) => n + 1)
    .find((n) => kase.steps[stepKey(kase.round, searchStep(n))] === undefined);
  if (nth === undefined) return;
  state(course, clock, {
    type: 'task-opened',
    taskId: planIdOf(kase.caseId, kase.round, searchStep(nth), 1),
    to: 'locate-debtor',
    deadline: minutesLater(at, locate.days * 1_440),
  });
};
