import { daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { playedLedger } from './allocate-payments.js';
import { plainRules, type AllocationRules } from './allocation-order.js';
import { contractOrder, type Component } from './components.js';
import { openOf } from './debt.js';
import type { Components, Minor } from './money.js';
import type { Position } from './position.js';

/** What is overdue. `byInstalment` holds only instalments with something unpaid, oldest first; `credit` is money nothing overdue needs. */
export type Amounts = {
  arrears: Minor;
  oldestUnpaidDueOn?: Day;
  byInstalment: { number: number; dueOn: Day; unpaid: Components }[];
  credit: Minor;
};

/** Words of requirements.md: M0 = 0 DPD, M1 = 1-30, M2 = 31-60 ... M6 = 151-180, M6+ over 180. */
export type Bucket = 'M0' | 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M6+';

/** Where nothing else is agreed or ordered (CN-ALLOC-1). */
const whereSilent = plainRules(contractOrder);

/**
 * What is overdue on a day, or by all that is known `now`: money by value date, allocated by the rules; an order of components alone is
 * oldest instalment first. A reversed payment counts until the day before its reversal. An instalment counts from its due date, on which
 * DPD is 0, a charge from its own. An instalment met in time owes nothing, but takes the money that came for it; it owes again what was
 * taken back of that money.
 */
export const amountsOn = (
  position: Position,
  day: Day | 'now',
  how: readonly Component[] | AllocationRules = whereSilent,
): Amounts => {
  if (day !== 'now') return reckon(position, day, how);
  if (last?.position === position && last.how === how) return last.amounts;
  const amounts = reckon(position, day, how);
  last = { position, how, amounts };
  return amounts;
};

/** What all that is known comes to, asked last: one turn asks for it several times, and no position ever changes in place. */
let last: { position: Position; how: readonly Component[] | AllocationRules; amounts: Amounts } | undefined;

const reckon = (position: Position, day: Day | 'now', how: readonly Component[] | AllocationRules): Amounts => {
  const { debts, credit } = playedLedger(position, day, 'rows' in how ? how : plainRules(how));
  const byInstalment: Amounts['byInstalment'] = [];
  let arrears = 0;
  for (const debt of debts) {
    const open = openOf(debt);
    if (open === 0 || (day !== 'now' && debt.dueOn > day)) continue;
    arrears += open;
    let row = byInstalment.find(({ number }) => number === debt.instalment);
    if (!row) byInstalment.push((row = { number: debt.instalment, dueOn: debt.dueOn, unpaid: {} }));
    if (debt.dueOn < row.dueOn) row.dueOn = debt.dueOn;
    row.unpaid[debt.component] = (row.unpaid[debt.component] ?? 0) + open;
  }
  byInstalment.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number));
  const oldest = byInstalment[0];
  return {
    arrears,
    ...(oldest && { oldestUnpaidDueOn: oldest.dueOn }),
    byInstalment,
    credit: credit.reduce((sum, { left }) => sum + left, 0),
  };
};

/** Days past due (DPD) on a day of the loan's zone: calendar days since the oldest due date that is unpaid, 0 when none. Runs through holds. */
export const dpdOn = (oldestUnpaidDueOn: Day | undefined, day: Day): number =>
  oldestUnpaidDueOn === undefined ? 0 : Math.max(0, daysBetween(oldestUnpaidDueOn, day));

export const bucketOf = (dpd: number): Bucket => {
  if (dpd <= 0) return 'M0';
  if (dpd > 180) return 'M6+';
  return (['M1', 'M2', 'M3', 'M4', 'M5', 'M6'] as const)[Math.ceil(dpd / 30) - 1] ?? 'M6';
};
