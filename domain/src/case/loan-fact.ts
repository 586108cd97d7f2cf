import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { HoldReason } from '../holds/hold.js';
import type { complaintGrounds, disputeGrounds, MatterChannel } from '../matters/matter.js';
import type { Acceleration } from '../money/acceleration.js';
import type { Charge } from '../money/charge.js';
import type { CreditorChange } from '../money/creditor-change.js';
import type { MoneyOut } from '../money/money-out.js';
import type { Components, Minor } from '../money/money.js';
import type { FailedPayment, PendingPayment } from '../money/pending-payment.js';
import type { Restructuring } from '../money/restructuring.js';
import type { Waiver } from '../money/waiver.js';
import type { TakenOn } from './taken-on.js';
import type { Terms } from './terms.js';

/** Servicing's own totals as the day of the event ends. */
type Totals = { arrearsTotal: Minor; outstandingTotal: Minor };

/** An event of the servicing system about a loan, as published on Kafka (CloudEvents `type` = `com.recourse.servicing.<name>.v1`). */
export type LoanFact = { eventId: string; occurredAt: Instant } & (
  | {
      type: 'instalment-missed';
      terms: Terms;
      instalment: { number: number; dueOn: Day; due: Components };
      asOf: Day;
      arrearsTotal: Minor;
      outstandingTotal: Minor;
    }
  | { type: 'instalment-met'; instalment: { number: number; dueOn: Day; due: Components }; asOf: Day }
  | {
      type: 'payment-received';
      paymentId: string;
      amount: Minor;
      currency: string;
      valueDate: Day;
      receivedAt: Instant;
      method: 'transfer' | 'direct-debit' | 'card' | 'wallet' | 'cash';
      payer: 'debtor' | 'third-party';
    }
  | {
      type: 'payment-reversed';
      paymentId: string;
      reversedOn: Day;
      reason: 'returned' | 'charged-back' | 'booked-in-error';
    }
  /** Each is told once it counts: a charge when it is due, a waiver when it holds, money out when it has left. */
  | ({ type: 'charge-added'; currency: string } & Charge)
  | ({ type: 'amount-waived'; currency: string } & Omit<Waiver, 'withdrawnOn'>)
  | { type: 'waiver-withdrawn'; currency: string; waiverId: string; withdrawnOn: Day }
  | ({ type: 'money-out'; currency: string } & MoneyOut)
  | ({ type: 'payment-pending'; currency: string } & PendingPayment)
  | ({ type: 'payment-failed' } & FailedPayment)
  /** `terms`: those of the new schedule; absent: as they were. */
  | ({ type: 'loan-restructured'; currency: string; terms?: Terms } & Totals & Restructuring)
  | ({ type: 'loan-accelerated'; currency: string } & Totals & Omit<Acceleration, 'undoneOn'>)
  | {
      type: 'acceleration-undone';
      currency: string;
      accelerationId: string;
      undoneOn: Day;
      because: 'agreed' | 'paid' | 'told-in-error';
    }
  | ({ type: 'creditor-changed' } & CreditorChange)
  | { type: 'loan-closed'; reason: 'paid-off' | 'settled' | 'sold' | 'uncollectable' | 'opened-in-error' }
  | ({ type: 'loan-taken-on' } & TakenOn)
  | { type: 'person-died' | 'person-opted-out'; personId: string }
  /** `on`: the day the court accepted it, from which on nothing is charged for lateness; untold, the day we hear of it. */
  | { type: 'person-insolvent'; personId: string; on?: Day }
  /** `moratorium`: of breathing space, which of the two (UK SI 2020/1311); untold, it lasts as the longer one. */
  | { type: 'person-protected'; personId: string; reason: ProtectedBecause; moratorium?: 'standard' | 'crisis' }
  /** What somebody raised with servicing, a regulator or an agency and must be answered. `againstAgency`: about the agency that has the loan. */
  | { type: 'dispute-raised'; channel: MatterChannel; ground: (typeof disputeGrounds)[number]; raisedOn: Day }
  | {
      type: 'complaint-raised';
      personId: string;
      channel: MatterChannel;
      ground: (typeof complaintGrounds)[number];
      raisedOn: Day;
      againstAgency?: true;
    }
  /** The record `from` is of the same human as `into`. `by`: the operator who says so; absent: servicing. */
  | { type: 'person-merged'; from: string; into: string; by?: string }
);

/** For what servicing may ask us to hold a person; what ends it is told by whoever ends it. */
export type ProtectedBecause = Extract<
  HoldReason,
  'vulnerability' | 'identity-theft' | 'military-service' | 'breathing-space' | 'dispute' | 'cease-request'
>;
