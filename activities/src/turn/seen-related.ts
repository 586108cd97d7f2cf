import type { SeenRelated } from '@recourse/domain/case/seen';
import type { Terms } from '@recourse/domain/case/terms';
import { partyOf } from '@recourse/domain/contact/party-of';
import { pointsOfTheirOwn } from '../contact/points-of-their-own.js';
import { mergesOf } from '../people/merges-of.js';
import type { PersonRecord } from '../records/person-record.js';
import { seenPoint } from './seen-people.js';

/** Those who are related to the loan's debtors and owe nothing themselves. `known`: the debtors' records, as far as there are any. */
export function seenRelated(
  terms: Terms | undefined,
  persons: readonly PersonRecord[],
  known: readonly PersonRecord[] = [],
): SeenRelated[] {
  const debtors = terms?.debtors ?? [];
  return persons.flatMap((person): SeenRelated[] => {
    const { personId, holds, ledger, relations, refusedForEverAt } = person;
    const { relation } = partyOf(personId, debtors, relations);
    if (!relation || debtors.some((debtor) => debtor.personId === personId)) return [];
    const { to, role } = relation;
    const refused = refusedForEverAt !== undefined;
    const points = pointsOfTheirOwn(person, role, known);
    const merges = mergesOf(person);
    const seen = { personId, to, role, points: points.map(seenPoint), holds, contacts: ledger.length, refused };
    return [{ ...seen, ...(merges.length > 0 && { merges }) }];
  });
}
