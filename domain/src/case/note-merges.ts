import { canonicalJson } from '../audit/canonical-json.js';
import type { PersonMerge } from '../contact/person-merge.js';
import type { Input } from './case-inputs.js';
import type { CollectionCase } from './collection-case.js';
import { clock, state, type Course } from './course.js';
import { mergePersons } from './merge-persons.js';

/** Whether a case says anything of a person by that name. */
const names = (kase: CollectionCase, merge: PersonMerge): boolean =>
  canonicalJson(mergePersons(kase, merge)) !== canonicalJson(kase);

const noteOne = (course: Course, { from, into, points }: PersonMerge, inputs: readonly Input[]): void => {
  if (!names(course.kase, { from, into, points })) return;
  const told = inputs.find((input) => input.kind === 'person-merged' && input.from === from);
  state(course, told?.itemId ?? clock, { type: 'records-merged', from, into, points });
};

/**
 * States that people the case knows by a name of before are others it may know already. Before anything else of the turn, and by what is
 * seen of them, told or not: a case that reads new terms must not take the same human for another borrower.
 */
export const noteMerges = (course: Course, inputs: readonly Input[]): void => {
  const { people, related = [] } = course.seen;
  for (const { merges = [] } of [...people, ...related]) for (const merge of merges) noteOne(course, merge, inputs);
};

/** That two records became one may change nothing that the case itself says. */
export const hearOfMerge = (course: Course, cause: string): void => {
  if (course.facts.some((fact) => fact.cause === cause)) return;
  state(course, cause, { type: 'input-noted', kind: 'person-merged' });
};
