import { amountsOn } from '../money/arrears.js';
import type { Position } from '../money/position.js';
import type { LoanFact } from './loan-fact.js';
import type { Ending } from './stage.js';

/** How servicing closed the loan. */
export type LoanClosed = { reason: Extract<LoanFact, { type: 'loan-closed' }>['reason'] & Ending; at: string };

/** Whether an event takes servicing's closing of the loan back: money returned afterwards, where money had closed it. */
export const takesClosingBack = (closed: LoanClosed | undefined, fact: LoanFact): boolean =>
  closed !== undefined &&
  fact.type === 'payment-reversed' &&
  (closed.reason === 'paid-off' || closed.reason === 'settled') &&
  fact.occurredAt >= closed.at;

/**
 * Whether an event begins an overdue episode: a missed instalment, a taken-back payment or a running loan taken on that leaves something overdue while the loan
 * goes on and no case is open. Never a payment: money is no reason to start collecting. `loan` is the loan after the event.
 */
export const opensCase = (
  loan: { position: Position; openCase?: string | undefined; closed?: LoanClosed | undefined },
  fact: LoanFact,
): boolean => {
  switch (fact.type) {
    case 'instalment-missed':
    case 'payment-reversed':
    case 'loan-taken-on':
      return loan.openCase === undefined && loan.closed === undefined && amountsOn(loan.position, 'now').arrears > 0;
    case 'instalment-met':
    case 'payment-received':
    case 'loan-closed':
    case 'person-died':
    case 'person-insolvent':
    case 'person-opted-out':
      return false;
  }
};
