import { daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { orderAt, type AllocationOrder, type AllocationRules, type Lane } from './allocation-order.js';
import { openOf, type Debt } from './debt.js';
import type { Components, Minor } from './money.js';
import { inLaneOrder, takesMoney } from './walk-lane.js';

/** So much of a payment went to a debt. `covers`: it was credit and covered money that left, the moment it left. */
export type Part = { paymentId: string; debt: Debt; amount: Minor; covers: boolean };

/**
 * A loan's debts and money while its history is played: `today` is the day of the event at hand. `pins`: the money that met an instalment of
 * which servicing told that it was met in time.
 */
export type Ledger = {
  debts: Debt[];
  rules: AllocationRules;
  today: Day;
  parts: Map<string, Part[]>;
  credit: { paymentId: string; left: Minor }[];
  pins: Omit<Part, 'covers'>[];
  walks: Map<AllocationOrder, { lane: Lane; debts: Debt[] }[]>;
  /** Days past due on each payment's value date, before its own money; only where an order is chosen by it. */
  dpd: Map<string, number>;
  /** By restructuring: what servicing took over and nothing of ours was open for. */
  short: Map<string, Components>;
};

export const openLedger = (debts: Debt[], rules: AllocationRules): Ledger => ({
  debts,
  rules,
  today: '',
  parts: new Map(),
  credit: [],
  pins: [],
  walks: new Map(),
  dpd: new Map(),
  short: new Map(),
});

export const addDebt = (ledger: Ledger, debt: Debt): void => {
  ledger.debts.push(debt);
  ledger.walks.clear();
};

const dpdToday = ({ debts, today }: Ledger): number => {
  let since = today;
  for (const debt of debts) if (debt.dueOn < since && debt.from <= today && openOf(debt) > 0) since = debt.dueOn;
  return daysBetween(since, today);
};

const walkOf = (ledger: Ledger): { lane: Lane; debts: Debt[] }[] => {
  const order = orderAt(ledger.rules, ledger.rules.rows.length > 1 ? dpdToday(ledger) : 0);
  const known = ledger.walks.get(order);
  if (known) return known;
  const walk = order.map((lane) => ({ lane, debts: inLaneOrder(ledger.debts, lane) }));
  ledger.walks.set(order, walk);
  return walk;
};

/** Puts at most `money` of a payment to a debt; returns how much. */
export const putTo = (ledger: Ledger, paymentId: string, debt: Debt, money: Minor, covers = false): Minor => {
  const amount = Math.min(openOf(debt), money);
  if (amount === 0) return 0;
  debt.paid += amount;
  const parts = ledger.parts.get(paymentId);
  const known = parts?.find((part) => part.debt === debt && part.covers === covers);
  if (known) known.amount += amount;
  else if (parts) parts.push({ paymentId, debt, amount, covers });
  else ledger.parts.set(paymentId, [{ paymentId, debt, amount, covers }]);
  return amount;
};

/** Lays money out by the order of the day; returns what no lane has a debt for. */
const layOut = (ledger: Ledger, paymentId: string, money: Minor): Minor => {
  let left = money;
  if (left === 0) return 0;
  for (const { lane, debts } of walkOf(ledger)) {
    for (const debt of debts) {
      if (takesMoney(debt, lane, ledger.today)) left -= putTo(ledger, paymentId, debt, left);
      if (left === 0) return 0;
    }
  }
  return left;
};

export const payIn = (ledger: Ledger, paymentId: string, money: Minor): void => {
  if (ledger.rules.rows.length > 1) ledger.dpd.set(paymentId, dpdToday(ledger));
  const left = layOut(ledger, paymentId, money);
  if (left > 0) ledger.credit.push({ paymentId, left });
};

/** Money that nothing needed when it came goes to what falls due, or is open again, later. */
export const useCredit = (ledger: Ledger): void => {
  for (const credit of ledger.credit) credit.left = layOut(ledger, credit.paymentId, credit.left);
};

/** As though the payment had gone: what it had paid is open, its credit is gone. */
export const takeBack = (ledger: Ledger, paymentId: string): void => {
  for (const { debt, amount } of ledger.parts.get(paymentId) ?? []) debt.paid -= amount;
  ledger.parts.delete(paymentId);
  ledger.credit = ledger.credit.filter((credit) => credit.paymentId !== paymentId);
  useCredit(ledger);
};
