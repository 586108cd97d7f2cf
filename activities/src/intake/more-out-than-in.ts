import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { overdrawnPayments } from '@recourse/domain/money/overdrawn-payments';
import type { Position } from '@recourse/domain/money/position';
import type { ParkedBecause } from './loan-event.js';

/**
 * Money of one payment that left the loan again, where with it more left than the payment brought. A payment is taken whatever left of it before: it is
 * the borrower's money, and the case states what is overdrawn as a discrepancy.
 */
export function moreOutThanIn(position: Position, fact: LoanFact): ParkedBecause | undefined {
  const wrong = (field: string): ParkedBecause => ({
    code: 'contradiction',
    field,
    reason: 'more money of a payment is told to have left the loan again than the payment brought',
  });
  if (fact.type === 'loan-taken-on') return overdrawnPayments(position).size > 0 ? wrong('moneyOut') : undefined;
  if (fact.type !== 'money-out' || fact.paymentId === undefined) return undefined;
  return overdrawnPayments(position).has(fact.paymentId) ? wrong('amount') : undefined;
}
