import { amountsOn } from '../money/arrears.js';
import { allocationOf } from '../money/allocation-of.js';
import type { Position } from '../money/position.js';
import type { LoanFact } from './loan-fact.js';
import type { Ending } from './stage.js';
import type { Terms } from './terms.js';

/** How servicing closed the loan. */
export type LoanClosed = { reason: Extract<LoanFact, { type: 'loan-closed' }>['reason'] & Ending; at: string };

const byMoney = ({ reason }: LoanClosed): boolean => reason === 'paid-off' || reason === 'settled';

/** Money that had come has left again. */
export const returnsMoney = (fact: LoanFact): boolean =>
  fact.type === 'payment-reversed' || (fact.type === 'money-out' && fact.kind === 'chargeback');

/** Whether an event takes servicing's closing of the loan back: money returned afterwards, where money had closed it. */
export const takesClosingBack = (closed: LoanClosed | undefined, fact: LoanFact): boolean =>
  closed !== undefined && returnsMoney(fact) && byMoney(closed) && fact.occurredAt >= closed.at;

/**
 * Whether a closing counts no more when it arrives: money that closed the loan has been taken back since, or a newer closing is known.
 * One that money did not bring about stands whatever money does. So the order of arrival does not matter.
 */
export const isOvertaken = (
  { closed, reversedAt }: { closed?: LoanClosed | undefined; reversedAt?: string | undefined },
  told: LoanClosed,
): boolean => {
  if (byMoney(told) && reversedAt !== undefined && told.at <= reversedAt) return true;
  if (closed === undefined) return false;
  if (byMoney(closed) !== byMoney(told)) return byMoney(told);
  return told.at < closed.at || (told.at === closed.at && told.reason <= closed.reason);
};

/**
 * Whether an event begins an overdue episode: a missed instalment, money taken back, a waiver withdrawn, an acceleration or its undoing, or a running loan taken on that leaves something overdue while
 * the loan goes on and no case is open. Never a payment, nor a charge: neither is a reason to start collecting. `loan` is the loan after the event.
 */
export const opensCase = (
  loan: { terms?: Terms; position: Position; openCase?: string | undefined; closed?: LoanClosed | undefined },
  fact: LoanFact,
): boolean => {
  switch (fact.type) {
    case 'instalment-missed':
    case 'payment-reversed':
    case 'loan-taken-on':
    case 'money-out':
    case 'waiver-withdrawn':
    case 'loan-accelerated':
    case 'acceleration-undone':
      return (
        loan.openCase === undefined &&
        loan.closed === undefined &&
        amountsOn(loan.position, 'now', allocationOf(loan.terms)).arrears > 0
      );
    case 'instalment-met':
    case 'payment-received':
    case 'payment-pending':
    case 'payment-failed':
    case 'charge-added':
    case 'amount-waived':
    case 'loan-restructured':
    case 'creditor-changed':
    case 'loan-closed':
    case 'person-died':
    case 'person-insolvent':
    case 'person-opted-out':
    case 'person-protected':
    case 'dispute-raised':
    case 'complaint-raised':
    case 'person-merged':
      return false;
  }
};
