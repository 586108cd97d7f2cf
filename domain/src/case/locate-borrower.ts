import type { Instant } from '../calendar/instant.js';
import { minutesLater } from '../calendar/local-time.js';
import { locateSources, mayBeLookedFor } from '../contact/locate-sources.js';
import type { SearchedSource } from '../contact/searched-source.js';
import type { Unreachable } from '../contact/unreachable.js';
import { caseStops } from './adopt-holds.js';
import { borrowerUnreachable } from './borrower-unreachable.js';
import { planIdOf, readPlanId } from './case-id.js';
import { clock, state, type Course } from './course.js';
import { stepKey } from './step-key.js';
import { callOfFound } from './call-of-found.js';
import { foundNumber } from './found-number.js';
import { isOverdue } from './note-position.js';
import { borrowerOf } from './terms.js';

/** Searches are steps of the machinery, `locate-debtor-1` on: each is one task. */
const searchStep = (nth: number): string => `locate-debtor-${nth}`;
export const isSearch = (taskId: string): boolean => readPlanId(taskId).step.startsWith(searchStep(0).slice(0, -1));

const openSearch = ({ kase }: Course): string | undefined => kase.openTasks.find(isSearch);
const progressOf = ({ kase }: Course, nth: number) => kase.steps[stepKey(kase.round, searchStep(nth))];

/** The search of this round that was opened last; 0: none was. They are opened one after the other. */
const lastSearch = (course: Course): number => {
  const tries = course.seen.rules.strategy.locate?.tries ?? 0;
  let last = 0;
  while (last < tries && progressOf(course, last + 1) !== undefined) last += 1;
  return last;
};

/** When the time of a search of this round is over. */
const searchEnd = (course: Course, nth: number): Instant => {
  const since = progressOf(course, nth)?.lastPlannedAt ?? course.at;
  return minutesLater(since, (course.seen.rules.strategy.locate?.days ?? 0) * 1_440);
};

/** Why the borrower is to be looked for now; undefined: not now, or not by the law of the place. */
const wanted = (course: Course): Unreachable | undefined =>
  isOverdue(course) && mayBeLookedFor(course.kase.terms.jurisdiction) && caseStops(course, 'contact').length === 0
    ? borrowerUnreachable(course.seen)
    : undefined;

const endSearch = (course: Course, cause: string, taskId: string, by: 'found' | 'not-found' | 'missed'): void => {
  state(course, cause, { type: 'task-closed', taskId, because: by === 'missed' ? 'missed' : 'answered' });
  const { round, step } = readPlanId(taskId);
  state(course, cause, { type: 'step-done', round, step, by });
};

/** Somebody says what the search came to. A number that was found comes as the person's, before or after. */
export const answerSearch = (
  course: Course,
  cause: string,
  taskId: string,
  searched: readonly SearchedSource[] = [],
): void => {
  if (!course.kase.openTasks.includes(taskId))
    return state(course, cause, { type: 'input-noted', kind: 'task-answer', ignored: 'not-current' });
  if (searched.length > 0) {
    const asked = searched.map(({ source, found }) => ({ source, basis: locateSources[source], found }));
    state(course, cause, { type: 'borrower-searched', taskId, searched: asked });
  }
  const found = searched.some((each) => each.found === 'number-found' || each.found === 'address-found');
  endSearch(course, cause, taskId, found ? 'found' : 'not-found');
};

/** A number that was found is called, whatever stage the case has come to meanwhile. Once a number. */
const noteFound = (course: Course): void => {
  const { kase } = course;
  const nth = lastSearch(course);
  const call = nth > 0 ? callOfFound(course.seen.rules.strategy) : undefined;
  const found = call && isOverdue(course) ? foundNumber(course, call.step) : undefined;
  if (!call || !found) return;
  state(course, clock, { type: 'borrower-located', ...found, basis: locateSources[found.source] });
  const search = openSearch(course);
  if (search) endSearch(course, clock, search, 'found');
  const { round } = kase;
  const { step } = call.step;
  const isOver = (kase.steps[stepKey(round, step)]?.state ?? 'open') !== 'open';
  const from = searchStep(nth);
  state(course, clock, { type: 'alternative-called-in', round, step, from, ...(isOver && { again: true }) });
};

/** A search nobody answered is over when its time is; one of a borrower who is reachable, held or another's is taken back. */
const endOpenSearch = (course: Course): void => {
  const search = openSearch(course);
  if (!search) return;
  const { round } = readPlanId(search);
  if (round !== course.kase.round || !wanted(course))
    return state(course, clock, { type: 'task-closed', taskId: search, because: 'withdrawn' });
  if (searchEnd(course, lastSearch(course)) <= course.at) endSearch(course, clock, search, 'missed');
};

/** The search that may be opened next, and from when: one in its `days`, whenever it was answered. One that was taken back is no try. */
const nextSearch = (course: Course): { nth: number; from: Instant } | undefined => {
  const { locate } = course.seen.rules.strategy;
  const last = lastSearch(course);
  if (!locate || openSearch(course)) return undefined;
  if (last > 0 && progressOf(course, last)?.state === 'open') return { nth: last, from: course.at };
  return last < locate.tries ? { nth: last + 1, from: last === 0 ? course.at : searchEnd(course, last) } : undefined;
};

/** Searches begin in the stage in which a number that is found is called. */
const mayBegin = ({ kase, seen }: Course): boolean => callOfFound(seen.rules.strategy)?.stage.stage === kase.stage;

/** Also when the case has come into that stage in this very turn. */
export const beginSearch = (course: Course): void => {
  if (course.kase.status !== 'open') return;
  const { kase, at } = course;
  const { locate } = course.seen.rules.strategy;
  const next = mayBegin(course) ? nextSearch(course) : undefined;
  if (!locate || !next || next.from > at) return;
  const evidence = wanted(course);
  const personId = borrowerOf(kase.terms);
  if (!evidence || personId === undefined) return;
  const taskId = planIdOf(kase.caseId, kase.round, searchStep(next.nth), 1);
  state(course, clock, { type: 'unreachable-proved', personId, ...evidence });
  state(course, clock, {
    type: 'task-opened',
    taskId,
    to: 'locate-debtor',
    deadline: minutesLater(at, locate.days * 1_440),
  });
};

/**
 * A borrower who is proved unreachable is looked for (requirements D2): one task at a time, as often as the strategy says, each with its
 * evidence. A number that is found ends the search and is called; a borrower who was reached otherwise is looked for no more.
 */
export const locateBorrower = (course: Course): void => {
  if (!course.seen.rules.strategy.locate || course.kase.status !== 'open') return;
  noteFound(course);
  endOpenSearch(course);
  beginSearch(course);
};

/** When time alone begins or ends a search. */
export const searchDue = (course: Course): Instant | undefined => {
  if (!course.seen.rules.strategy.locate || course.kase.status !== 'open') return undefined;
  if (openSearch(course)) return searchEnd(course, lastSearch(course));
  const next = mayBegin(course) ? nextSearch(course) : undefined;
  return next && next.from > course.at && wanted(course) ? next.from : undefined;
};
