import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';

export type HoldReason =
  | 'verification'
  | 'loan-mismatch'
  | 'unresolved-event'
  | 'promise'
  | 'payment-pending'
  | 'hardship-claim'
  | 'dispute'
  | 'complaint'
  | 'cease-request'
  | 'wrong-number'
  | 'represented'
  | 'death'
  | 'insolvency'
  | 'incapacity'
  | 'self-harm-risk'
  | 'opted-out'
  | 'proof-requested'
  | 'written-requested'
  | 'language'
  | 'credit-dispute'
  | 'breathing-space'
  | 'vulnerability'
  | 'repayment-plan'
  | 'military-service'
  | 'disaster'
  | 'identity-theft'
  | 'time-barred'
  | 'assigned'
  | 'legal-proceedings'
  | 'debt-adviser'
  | 'original-creditor-requested'
  | 'command';

/** What a hold can stop. `timers` stops the ladder's clock: held days do not count into ladder age. */
export type HoldStop = 'contact' | 'escalation' | 'timers' | 'interest' | 'legal' | 'furnishing';

/** A reason that stops clocks or contact (暂缓). Its id is the inbox item that caused it. Open until `endedAt`, at the latest `until`. */
export type Hold = {
  id: string;
  reason: HoldReason;
  scope: { loan: string } | { person: string } | { point: string };
  stops: HoldStop[];
  from: Instant;
  until?: Instant;
  endedAt?: Instant;
  /** Nothing is charged for lateness from this day on, heard of later or not; absent: from the day of `from`. Nothing else begins sooner by it. */
  interestFrom?: Day;
};
