import type { Component } from '../components.js';
import type { Minor } from '../money.js';
import type { LateChargeBase } from './late-charge-base.js';

/**
 * The most that the covered components may come to. Judgment interest is the law's own and covered by none.
 * - `amount`, `share` (thousandths of what the late instalments were billed): for each instalment or for all of them.
 * - `yearly` (millionths), `lpr` (the one-year LPR at signing in millionths, times thousandths): all costs of the loan since it began, those
 *   already charged included, against that rate on the principal outstanding, by actual days of a year of 365: fewer than 365/360 would allow.
 */
export type LateChargeCap = { rule: string; covers: readonly Component[] } & (
  | { max: 'amount'; per: 'instalment' | 'loan'; amount: Minor }
  | { max: 'share'; per: 'instalment' | 'loan'; permille: number; of: LateChargeBase }
  | { max: 'yearly'; yearlyPpm: number }
  | { max: 'lpr'; lprPpm: number; permille: number }
);
