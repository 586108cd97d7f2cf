import type { Day } from '../calendar/day.js';
import { playedLedger } from './allocate-payments.js';
import type { AllocationRules } from './allocation-order.js';
import type { Minor } from './money.js';
import type { Position } from './position.js';

/** What charges and money out have added to a loan by the end of a day, less what payments and waivers took off. Minor units. */
const addedBy = (position: Position, day: Day | 'now', how: AllocationRules): Minor => {
  const { payments, charges = [], moneyOut = [] } = position;
  const until = day === 'now' ? '~' : day;
  const sum = (amounts: readonly { amount: Minor }[]): Minor => amounts.reduce((all, { amount }) => all + amount, 0);
  const isTakenBack = ({ reversedOn = '~~' }: { reversedOn?: Day }): boolean => reversedOn <= until;
  const taken = new Set(payments.filter(isTakenBack).map(({ paymentId }) => paymentId));
  const raised = charges.filter(({ raisedOn = '~', dueOn }) => (raisedOn < dueOn ? raisedOn : dueOn) <= until);
  // A payment taken back took its chargebacks with it.
  const out = moneyOut.filter(({ on, paymentId = '' }) => on <= until && !taken.has(paymentId));
  const paid = payments.filter(({ valueDate, paymentId }) => valueDate <= until && !taken.has(paymentId));
  // Only the ledger knows how much of a waiver there was to waive.
  const { debts } = playedLedger(position, day, how);
  const waived = debts.reduce((all, debt) => all + debt.waived, 0);
  return sum(raised) + sum(out) - sum(paid) - waived;
};

/**
 * Servicing's own total, reckoned from the day it was told for to the day asked for, whichever is later, minor units: below zero where more came than
 * was owed. Undefined before servicing has told one.
 */
export const toldTotalOn = (position: Position, day: Day | 'now', how: AllocationRules): Minor | undefined => {
  const { outstanding, outstandingAsOf } = position;
  if (outstandingAsOf === undefined) return undefined;
  return outstanding + addedBy(position, day, how) - addedBy(position, outstandingAsOf, how);
};

/**
 * All that is billed and owed as a day ends, due or not, minor units. At least `arrears`; before servicing has told a total nobody knows more than
 * those. `now`: with all that is known. What lateness has cost and nobody has billed is no part of it: `payoffOn` has that.
 */
export const owedInAll = (
  position: Position,
  day: Day | 'now',
  { arrears, how }: { arrears: Minor; how: AllocationRules },
): Minor => Math.max(arrears, toldTotalOn(position, day, how) ?? arrears);
