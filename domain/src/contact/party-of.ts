import type { Party } from './party.js';
import type { RelatedParty, Relation } from './relation.js';

/** What the loan's terms say of those who owe. */
type Debtor = { personId: string; role: Party };

/** A person's party to a loan and, of somebody related to a debtor, on which word. */
export type PartyToLoan = { party: Party; relation?: Relation };

/** Of several roles the one that may be asked least: a person is spoken to in one role only. */
const leastFirst: readonly RelatedParty[] = [
  'employer',
  'emergency-contact',
  'attorney',
  'guardian',
  'estate',
  'heir',
  'spouse-related',
  'guarantor',
];

/** What a person is to a loan: the role the terms give, else the relation to one of its debtors, else unrelated. */
export const partyOf = (
  personId: string,
  debtors: readonly Debtor[],
  relations: readonly Relation[] = [],
): PartyToLoan => {
  const owes = debtors.find((debtor) => debtor.personId === personId);
  const isDebtor = (to: string): boolean => debtors.some((debtor) => debtor.personId === to);
  const related = relations.filter(({ to }) => isDebtor(to));
  if (owes) {
    // A guarantor of the terms whose agreement is on paper: the relation is the proof (CN-3P-1).
    const proof = related.find(({ role, to }) => role === owes.role && to !== personId);
    return { party: owes.role, ...(proof && { relation: proof }) };
  }
  const [relation] = related.toSorted((a, b) => leastFirst.indexOf(a.role) - leastFirst.indexOf(b.role));
  return relation ? { party: relation.role, relation } : { party: 'unrelated' };
};
