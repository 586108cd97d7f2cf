import type { Day } from '../calendar/day.js';
import type { Minor } from './money.js';

/**
 * Money that somebody has sent and servicing has not booked: it pays nothing yet, and nobody is pressed for it meanwhile. `expectedBy`: the last day
 * on which it is waited for.
 */
export type PendingPayment = { paymentId: string; amount: Minor; expectedBy: Day };

/** That money did not come. `attempt`: of a direct debit, which try it was, from 1; every try is a payment with an id of its own. */
export type FailedPayment = {
  paymentId: string;
  failedOn: Day;
  reason: 'insufficient-funds' | 'account-closed' | 'mandate-missing' | 'refused' | 'technical';
  attempt?: number;
};
