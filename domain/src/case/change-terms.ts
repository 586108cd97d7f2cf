import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';
import { borrowerOf, type Terms } from './terms.js';
import type { Instant } from '../calendar/instant.js';

/** Who left with the new terms, and who came back. */
const formerAfter = (
  { terms: { debtors: before }, formerDebtors = [] }: CollectionCase,
  { debtors }: Terms,
  at: Instant,
): CollectionCase['formerDebtors'] => {
  const owes = (who: string): boolean => debtors.some(({ personId }) => personId === who);
  const left = before.flatMap(({ personId }) => (owes(personId) ? [] : [{ personId, from: at }]));
  const all = formerDebtors.map((former) =>
    former.until === undefined && owes(former.personId) ? { ...former, until: at } : former,
  );
  return left.length + all.length > 0 ? [...all, ...left] : undefined;
};

/** What the borrower before said, promised and was told is not the new one's. */
const forgetBorrower = ({ refusedOn: _refused, ...kase }: CollectionCase): CollectionCase => {
  const personId = borrowerOf(kase.terms);
  const notices = kase.notices.map((notice) => (personId === undefined ? notice : { personId, ...notice }));
  return { ...kase, notices, failedCallDays: [], promises: [] };
};

/** The case under new terms; with another borrower on the ladder it walks its stage in a new round. */
export const changeTerms = (kase: CollectionCase, fact: CaseFact & { type: 'terms-noted' }): CollectionCase => {
  const { terms, zone, graceEndsAt, at, round } = fact;
  const formerDebtors = formerAfter(kase, terms, at);
  const known = borrowerOf(kase.terms) === borrowerOf(terms) ? kase : forgetBorrower(kase);
  const changed = { ...known, terms, zone, graceEndsAt, ...(formerDebtors && { formerDebtors }) };
  return round === undefined ? changed : { ...changed, round, passedOver: [], stageEnteredAt: at };
};
