import { amountsOn } from '../money/arrears.js';
import type { Position } from '../money/position.js';
import type { LoanFact } from './loan-fact.js';
import type { Ending } from './stage.js';

/** How servicing closed the loan. */
export type LoanClosed = { reason: Extract<LoanFact, { type: 'loan-closed' }>['reason'] & Ending; at: string };

/** A reversed payment takes back only an ending that rested on money. */
const restedOnMoney = ({ reason }: LoanClosed): boolean => reason === 'paid-off' || reason === 'settled';

/**
 * Whether an event begins an overdue episode: a missed instalment or a taken-back payment that leaves something overdue while no case
 * is open. Never a payment: money is no reason to start collecting. `position` is the position after the event.
 */
export const opensCase = (
  loan: { position: Position; openCase?: string | undefined; closed?: LoanClosed | undefined },
  fact: LoanFact,
): boolean => {
  if (loan.openCase !== undefined) return false;
  switch (fact.type) {
    case 'instalment-missed':
      return loan.closed === undefined && amountsOn(loan.position, 'now').arrears > 0;
    case 'payment-reversed':
      return (loan.closed === undefined || restedOnMoney(loan.closed)) && amountsOn(loan.position, 'now').arrears > 0;
    case 'instalment-met':
    case 'payment-received':
    case 'loan-closed':
    case 'person-died':
    case 'person-insolvent':
    case 'person-opted-out':
      return false;
  }
};
