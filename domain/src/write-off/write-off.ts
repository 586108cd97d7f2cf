import type { Instant } from '../calendar/instant.js';
import type { Minor } from '../money/money.js';
import type { Payment } from '../money/position.js';

/** Why a claim is written off (核销): an accounting loss; the claim remains (账销案存). */
export const writeOffReasons = ['ladder-ended', 'time-barred', 'insolvency', 'death', 'small-amount', 'fraud'] as const;
export type WriteOffReason = (typeof writeOffReasons)[number];

/**
 * `amount`: all that was open when it was proposed. `recovered`: payments received since it was written off; `recoveredInPart`: those of them
 * of which only so much stays.
 */
export type WriteOff = {
  id: string;
  state: 'proposed' | 'written-off' | 'declined';
  because: WriteOffReason;
  amount: Minor;
  currency: string;
  proposedBy: string;
  proposedAt: Instant;
  approvedBy?: string;
  writtenOffAt?: Instant;
  recovered?: string[];
  recoveredInPart?: { paymentId: string; left: Minor }[];
};

/** What counts of a payment as recovered so far, minor units. */
export const countedOf = (
  { recovered = [], recoveredInPart = [] }: Pick<WriteOff, 'recovered' | 'recoveredInPart'>,
  { paymentId, amount }: Pick<Payment, 'paymentId' | 'amount'>,
): Minor => {
  if (!recovered.includes(paymentId)) return 0;
  return recoveredInPart.find((each) => each.paymentId === paymentId)?.left ?? amount;
};

/** Why nothing is written off (closed). */
export type WriteOffRefusal =
  | 'nothing-owed'
  | 'loan-is-over'
  | 'proposed-already'
  | 'written-off-already'
  | 'unknown-write-off'
  | 'not-at-that-point'
  | 'approver-is-proposer'
  | 'owed-has-changed'
  | 'ladder-goes-on'
  | 'not-time-barred'
  | 'under-an-arrangement';

export type WriteOffCommand =
  | { command: 'propose-write-off'; because: WriteOffReason }
  | { command: 'approve-write-off' | 'decline-write-off'; writeOffId: string };
