import type { Day } from '../calendar/day.js';
import type { LoanFact } from '../case/loan-fact.js';
import type { Law } from './law.js';
import { termsByLaw } from './terms-by-law.js';

/** A fact that tells terms, with what the law in force on a day makes of them; any other as it is. */
export const termsUnderLaw = (fact: LoanFact, law: Law, day: Day): LoanFact => {
  if (!('terms' in fact) || fact.terms === undefined) return fact;
  const byLaw = termsByLaw(law, fact.terms, day);
  return byLaw === undefined ? fact : { ...fact, terms: { ...fact.terms, byLaw } };
};
