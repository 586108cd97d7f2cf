import { daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { contractOrder, sumOf, type Component } from './components.js';
import type { Components, Minor } from './money.js';
import type { Instalment, Payment, Position } from './position.js';

/** What is overdue. `byInstalment` holds only instalments with something unpaid, oldest first; `credit` is money nothing overdue needs. */
export type Amounts = {
  arrears: Minor;
  oldestUnpaidDueOn?: Day;
  byInstalment: { number: number; dueOn: Day; unpaid: Components }[];
  credit: Minor;
};

/** Words of requirements.md: M0 = 0 DPD, M1 = 1-30, M2 = 31-60 ... M6 = 151-180, M6+ over 180. */
export type Bucket = 'M0' | 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M6+';

const countsOn = ({ valueDate, reversedOn }: Payment, day: Day | 'now'): boolean =>
  day === 'now' ? reversedOn === undefined : valueDate <= day && (reversedOn === undefined || reversedOn > day);

/** Pays what it can of `unpaid` in place, component by component, leaving zeros; returns what is left of `money`. */
const payDown = (unpaid: Components, money: Minor, order: readonly Component[]): Minor => {
  let left = money;
  for (const component of order) {
    const open = unpaid[component] ?? 0;
    const paid = Math.min(open, left);
    if (paid === 0) continue;
    left -= paid;
    unpaid[component] = open - paid;
  }
  return left;
};

const withoutZeros = (unpaid: Components): Components =>
  Object.fromEntries(Object.entries(unpaid).filter(([, amount]) => amount > 0));

const byValueDate = (a: Payment, b: Payment): number =>
  a.valueDate < b.valueDate ? -1 : a.valueDate > b.valueDate ? 1 : 0;

const byDueDay = (a: Instalment, b: Instalment): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number;

/**
 * What is overdue on a day, or by all that is known `now`: money by value date, oldest instalment first, inside it in `order`.
 * A reversed payment counts until the day before its reversal. An instalment counts from its due date, on which DPD is 0.
 * An instalment met in time owes nothing, but takes the money that came for it: only money with a value date up to its due date,
 * since later money cannot have met it in time.
 */
export const amountsOn = (
  position: Position,
  day: Day | 'now',
  order: readonly Component[] = contractOrder,
): Amounts => {
  const open = position.instalments
    .filter(({ dueOn }) => day === 'now' || dueOn <= day)
    .sort(byDueDay)
    .map((instalment) => ({ instalment, unpaid: { ...instalment.due } }));

  let credit = 0;
  for (const payment of position.payments.filter((each) => countsOn(each, day)).sort(byValueDate)) {
    let left = payment.amount;
    for (const { instalment, unpaid } of open) {
      if (left === 0) break;
      if (instalment.state === 'missed' || payment.valueDate <= instalment.dueOn) left = payDown(unpaid, left, order);
    }
    credit += left;
  }

  const byInstalment = open
    .filter(({ instalment, unpaid }) => instalment.state === 'missed' && sumOf(unpaid) > 0)
    .map(({ instalment: { number, dueOn }, unpaid }) => ({ number, dueOn, unpaid: withoutZeros(unpaid) }));
  const oldest = byInstalment[0];
  const arrears = byInstalment.reduce((sum, { unpaid }) => sum + sumOf(unpaid), 0);
  return { arrears, ...(oldest && { oldestUnpaidDueOn: oldest.dueOn }), byInstalment, credit };
};

/** Days past due: calendar days since the oldest due date unpaid on that day, 0 when none. Runs through holds. */
export const dpdOn = (position: Position, day: Day): number => {
  const { oldestUnpaidDueOn } = amountsOn(position, day);
  return oldestUnpaidDueOn === undefined ? 0 : daysBetween(oldestUnpaidDueOn, day);
};

export const bucketOf = (dpd: number): Bucket => {
  if (dpd <= 0) return 'M0';
  if (dpd > 180) return 'M6+';
  return (['M1', 'M2', 'M3', 'M4', 'M5', 'M6'] as const)[Math.ceil(dpd / 30) - 1] ?? 'M6';
};

/** Money with a value date from `from` to `to`, both included, that was not taken back. */
export const paidBetween = (position: Position, from: Day, to: Day): Minor =>
  position.payments
    .filter(({ valueDate, reversedOn }) => valueDate >= from && valueDate <= to && reversedOn === undefined)
    .reduce((sum, { amount }) => sum + amount, 0);
