import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';

type VerificationFact = Extract<CaseFact, { type: 'loan-verified' | 'loan-mismatched' | 'verification-awaited' }>;

/** How far servicing has confirmed the case. */
export const foldVerification = (kase: CollectionCase, fact: VerificationFact): CollectionCase => {
  const { verification: before } = kase;
  const tries = (before?.tries ?? 0) + 1;
  switch (fact.type) {
    case 'loan-verified':
      return { ...kase, verification: { tries, by: fact.by, state: 'verified' } };
    case 'loan-mismatched':
      return { ...kase, verification: { tries, state: 'mismatched' } };
    case 'verification-awaited': {
      const { from, because, until } = fact;
      const waited = before?.state === 'awaited' ? before : undefined;
      const inARow = waited?.because === because ? waited.inARow + 1 : 1;
      const since = waited?.notOverdueSince ?? (because === 'not-overdue' ? fact.at : undefined);
      const kept = { ...(before?.by && { by: before.by }), ...(since && { notOverdueSince: since }) };
      return { ...kase, verification: { tries, state: 'awaited', from, because, until, inARow, ...kept } };
    }
    default:
      return fact satisfies never;
  }
};
