import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Acceleration, UndoneBecause } from './acceleration.js';
import type { Charge } from './charge.js';
import type { CreditorChange } from './creditor-change.js';
import type { MoneyOut } from './money-out.js';
import type { Components, Minor } from './money.js';
import type { FailedPayment, PendingPayment } from './pending-payment.js';
import type { Restructuring } from './restructuring.js';
import type { Waiver } from './waiver.js';

/** One instalment as servicing told of it: `missed`, or `met` in time (monitoring counts those). */
export type Instalment = { number: number; dueOn: Day; due: Components; state: 'missed' | 'met' };

/** One payment, by value date. A reversal keeps it and takes its money back. */
export type Payment = { paymentId: string; amount: Minor; valueDate: Day; receivedAt: Instant; reversedOn?: Day };

/** A reversal that came before its payment: remembered until the payment comes. */
export type EarlyReversal = { paymentId: string; reversedOn: Day };

/**
 * What a loan owes and what came in; a fold of events that does not depend on their order of arrival.
 * Kept sorted (instalments by number, payments by value date and id), so that equal histories give equal documents.
 * `outstanding` is servicing's own total as of `outstandingAsOf`, absent before the first missed instalment.
 */
export type Position = {
  currency: string;
  instalments: Instalment[];
  payments: Payment[];
  outstanding: Minor;
  outstandingAsOf?: Day;
  /** The total told as of the last day before that. */
  outstandingBefore?: { asOf: Day; outstanding: Minor };
  earlyReversals?: EarlyReversal[];
  /** Sorted by id, like `waivers` and `moneyOut`; absent: none. */
  charges?: Charge[];
  waivers?: Waiver[];
  moneyOut?: MoneyOut[];
  /** A withdrawal that came before its waiver. */
  earlyWithdrawals?: { waiverId: string; withdrawnOn: Day }[];
  /** Told as on its way, whatever became of it, and as failed; by id. What came all the same came. */
  pending?: PendingPayment[];
  failed?: FailedPayment[];
  /** What happened to the contract; by id. */
  restructurings?: Restructuring[];
  accelerations?: Acceleration[];
  /** What undoes an acceleration that came before it. */
  earlyUndoings?: { accelerationId: string; undoneOn: Day; undoneBecause?: UndoneBecause }[];
  creditors?: CreditorChange[];
  /** Servicing's own arrears as of the latest day for which an event told them, and when it did. */
  told?: { asOf: Day; arrears: Minor; at?: Instant };
};
