import type { Authority } from './arrangement-kind.js';

/** Why nothing is agreed so (closed). */
export type ArrangementRefusal =
  | 'not-offered-here'
  | 'nothing-owed'
  | 'not-an-amount'
  | 'instalments-or-amount'
  | 'not-over-this'
  | 'currency-without-limits'
  | 'first-day-in-the-past'
  | 'first-day-too-late'
  | 'too-many-instalments'
  | 'longer-than-law-allows'
  | 'instalment-too-small'
  | 'first-payment-too-small'
  | 'first-payment-too-large'
  | 'never-pays-off'
  | 'nothing-given-up'
  | 'discount-not-of-these-charges'
  | 'above-every-authority'
  | 'law-unknown'
  | 'another-is-open'
  | 'broken-too-often'
  | 'loan-is-over'
  | 'unknown-arrangement'
  | 'not-at-that-point'
  | 'approver-is-proposer'
  | 'above-authority'
  | 'offer-lapsed'
  | 'not-what-was-offered'
  | 'not-a-debtor'
  | 'day-not-possible'
  | 'owed-has-changed';

/** `limit`: what would have been taken, in the unit of what was asked; `rule`: the rule of law that says so. */
export type RefusedArrangement = {
  because: ArrangementRefusal;
  limit?: number | string;
  rule?: string;
  needs?: Authority;
};
