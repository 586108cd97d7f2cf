import type { Day } from '../calendar/day.js';
import type { Party } from './party.js';

/** What a person can be to a debtor. A debtor is none of these: who owes is told by the loan's terms. */
export type RelatedParty = Exclude<Party, 'borrower' | 'co-borrower' | 'unrelated'>;

/**
 * The person is `role` of the debtor `to`. `namedBy`: on whose word; an address book or a call list is nobody's (CN-3P-2, 个人信息保护法
 * art. 13). `document`: id of the paper that says so, `on` its day.
 */
export type Relation = {
  to: string;
  role: RelatedParty;
  namedBy: 'borrower' | 'court' | 'statute';
  document: string;
  on: Day;
};
