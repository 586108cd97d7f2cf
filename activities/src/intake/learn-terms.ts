import { isDeepStrictEqual } from 'node:util';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import type { LoanRecord } from '../records/loan-record.js';
import type { ParkedBecause } from './loan-event.js';

/** The highest version of the terms stays, whatever order they come in. */
export function learnTerms(
  loan: LoanRecord,
  fact: Pick<LoanFact, 'type' | 'occurredAt'> & { terms: Terms },
): LoanRecord | ParkedBecause {
  const { terms } = fact;
  if (loan.closed && fact.occurredAt > loan.closed.at) {
    return {
      code: 'contradiction',
      field: 'ce_time',
      reason: `${fact.type === 'instalment-missed' ? 'missed' : 'told'} after servicing closed the loan`,
    };
  }
  if (loan.terms === undefined) return { ...loan, terms, position: emptyPosition(terms.currency) };
  if (terms.version > loan.terms.version) return { ...loan, terms };
  if (terms.version === loan.terms.version && !isDeepStrictEqual(asTold(terms), asTold(loan.terms))) {
    return {
      code: 'contradiction',
      field: 'terms',
      reason: 'this version of the terms came before with other content',
    };
  }
  return loan;
}

/** What the law made of them is ours, and may have changed since. */
const asTold = ({ byLaw: _ours, ...terms }: Terms): Terms => terms;
