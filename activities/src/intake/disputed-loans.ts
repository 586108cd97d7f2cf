import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { LoanRecord } from '../records/loan-record.js';

/**
 * The loans somebody disputes who has written that the debt is wrong and names none: all they owe on for which a case is open. Each is answered by
 * itself (12 CFR 1006.38(d)(2): the debt stands still until its verification is sent). Empty of any other event.
 */
export const disputedLoans = (fact: LoanFact, loans: readonly LoanRecord[]): LoanRecord[] =>
  fact.type === 'person-protected' && fact.reason === 'dispute'
    ? loans.filter(
        ({ openCase, terms }) =>
          openCase !== undefined && terms?.debtors.some(({ personId }) => personId === fact.personId),
      )
    : [];
