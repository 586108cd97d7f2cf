import type { LoanFact } from '@recourse/domain/case/loan-fact';

/** The events that tell the terms of a loan, or may. */
export const tellsTerms: ReadonlySet<LoanFact['type']> = new Set<LoanFact['type']>([
  'instalment-missed',
  'loan-restructured',
  'loan-taken-on',
]);
