import type { Instant } from '../calendar/instant.js';
import { inOneName } from '../contact/in-one-name.js';
import type { PersonMerge } from '../contact/person-merge.js';
import type { CollectionCase } from './collection-case.js';

type Former = NonNullable<CollectionCase['formerDebtors']>[number];

/**
 * Who was told to have left while the other record of the same human owes has not left. Were both away, then only while neither owed: since
 * the later of the two days. In doubt a hold holds.
 */
const formerOf = (
  { terms, formerDebtors = [] }: Pick<CollectionCase, 'terms' | 'formerDebtors'>,
  { from, into }: PersonMerge,
): Former[] => {
  const of = (name: string): Former[] => formerDebtors.filter(({ personId }) => personId === name);
  const owes = (name: string): boolean => terms.debtors.some(({ personId }) => personId === name);
  if (of(from).length === 0 && !owes(from)) return formerDebtors;
  const others = formerDebtors.filter(({ personId }) => personId !== from && personId !== into);
  if (owes(from) || owes(into)) return others;
  const away = [...of(from), ...of(into)];
  if (of(into).length === 0) return [...others, ...away.map((each) => ({ ...each, personId: into }))];
  const since = away.map((each) => each.from).reduce<Instant>((a, b) => (a > b ? a : b), '');
  return [...others, { personId: into, from: since }];
};

/** The case with one name for both records of a human: debtors, holds, notices, steps and the plan say what they said, of one person. */
export const mergePersons = (kase: CollectionCase, merge: PersonMerge): CollectionCase => {
  const former = formerOf(kase, merge);
  const { formerDebtors: _before, ...rest } = kase;
  return { ...inOneName(rest, [merge]), ...(former.length > 0 && { formerDebtors: former }) };
};
