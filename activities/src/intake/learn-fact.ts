import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { isOvertaken, returnsMoney } from '@recourse/domain/case/opens-case';
import { foldLoanFact } from '@recourse/domain/money/fold-position';
import type { PositionRefusal } from '@recourse/domain/money/position-refusal';
import type { ParkingCause } from '../records/event-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import { beforeContract } from './before-contract.js';
import { learnTerms } from './learn-terms.js';
import type { ParkedBecause } from './loan-event.js';
import { moreOutThanIn } from './more-out-than-in.js';
import { isPersonEvent } from './person-event-hold.js';
import { tooMuchMoney } from './too-much-money.js';
import { waivedTooEarly } from './waived-too-early.js';

const tellsTerms = (fact: LoanFact): fact is LoanFact & { terms: Terms } =>
  fact.type === 'instalment-missed' || (fact.type === 'loan-restructured' && fact.terms !== undefined);

/**
 * The loan after one event, and whether that says anything new of it; or why it contradicts what is known. Of what comes event by event, nothing
 * but a missed instalment makes a loan known; news of a person counts whatever loan it came with.
 */
export function learnFact(loan: LoanRecord, fact: LoanFact): { loan: LoanRecord; touches: boolean } | ParkedBecause {
  const isOfPersons = isPersonEvent(fact) || fact.type === 'person-merged';
  if (loan.terms === undefined && fact.type !== 'instalment-missed' && !isOfPersons) {
    return {
      code: 'unknown-loan',
      field: 'ce_loan',
      reason: 'no missed instalment and no take-on has told us of this loan',
    };
  }
  const known = tellsTerms(fact) ? learnTerms(loan, fact) : loan;
  if ('code' in known) return known;
  const folded = foldLoanFact(known.position, fact);
  if ('refused' in folded) return { code: parkingCauseOf[folded.refused], field: folded.field, reason: folded.reason };
  const isNew = folded.position !== known.position;
  const wrong =
    beforeContract(known.terms, folded.position, fact) ??
    tooMuchMoney(folded.position, fact) ??
    (isNew ? (moreOutThanIn(folded.position, fact) ?? waivedTooEarly(folded.position, fact)) : undefined);
  if (wrong) return wrong;
  if (fact.type === 'loan-closed') {
    const closed = { reason: fact.reason, at: fact.occurredAt };
    return isOvertaken(known, closed) ? { loan: known, touches: false } : { loan: { ...known, closed }, touches: true };
  }
  const touches = isNew || known !== loan;
  const told = { ...known, position: folded.position };
  const isLatest = returnsMoney(fact) && touches && fact.occurredAt > (known.reversedAt ?? '');
  return { loan: isLatest ? { ...told, reversedAt: fact.occurredAt } : told, touches };
}

const parkingCauseOf: Record<PositionRefusal['refused'], ParkingCause> = {
  'currency-differs': 'contradiction',
  'amount-invalid': 'malformed',
  'payment-differs': 'same-payment-other-content',
  'pending-differs': 'same-payment-other-content',
  'reversal-differs': 'contradiction',
  'instalment-differs': 'contradiction',
  'charge-differs': 'contradiction',
  'waiver-differs': 'contradiction',
  'money-out-differs': 'contradiction',
  'restructuring-differs': 'contradiction',
  'acceleration-differs': 'contradiction',
  'creditor-differs': 'contradiction',
  'instalment-overlaps': 'contradiction',
};
