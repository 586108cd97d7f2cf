import type { LoanFact } from '../case/loan-fact.js';
import { accelerationAgainst } from './acceleration-against.js';
import type { Law } from './law.js';

type Place = { jurisdiction: string; product: string };

/** A fact with what the law of the loan's place has against each acceleration it tells of; any other as it is, and one told without a place. */
export const accelerationUnderLaw = (fact: LoanFact, place: Place | undefined, law: Law): LoanFact => {
  if (fact.type === 'loan-taken-on' && fact.accelerations) {
    const accelerations = fact.accelerations.map((each) => {
      const against = accelerationAgainst(law, fact.terms, each);
      return against.length === 0 ? each : { ...each, against };
    });
    return { ...fact, accelerations };
  }
  if (fact.type !== 'loan-accelerated' || place === undefined) return fact;
  const against = accelerationAgainst(law, place, fact);
  return against.length === 0 ? fact : { ...fact, against };
};
