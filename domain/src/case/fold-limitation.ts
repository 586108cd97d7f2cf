import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';
import type { LimitationFact } from '../limitation/limitation-fact.js';

/** What a fact of its limitation makes of a case. A suspension told again, with its end, takes the place of the first. */
export const foldLimitation = (
  kase: CollectionCase,
  fact: Extract<CaseFact, { type: LimitationFact['type'] }>,
): CollectionCase => {
  const before = kase.limitation ?? {};
  switch (fact.type) {
    case 'limitation-interrupted': {
      const { ground, on, proof, by } = fact;
      return {
        ...kase,
        limitation: { ...before, interruptions: [...(before.interruptions ?? []), { ground, on, proof, by }] },
      };
    }
    case 'limitation-suspended': {
      const { event, on, until, by } = fact;
      const others = (before.suspensions ?? []).filter((each) => each.by.id !== by.id);
      const suspension = { event, on, by, ...(until !== undefined && { until }) };
      return { ...kase, limitation: { ...before, suspensions: [...others, suspension] } };
    }
    case 'limitation-noted': {
      const { state, endsOn } = fact;
      return { ...kase, limitation: { ...before, noted: { state, ...(endsOn !== undefined && { endsOn }) } } };
    }
    case 'limitation-refused':
      return kase;
    default:
      return fact satisfies never;
  }
};
