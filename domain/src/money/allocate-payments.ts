import type { Day } from '../calendar/day.js';
import type { Component } from './components.js';
import type { Components, Minor } from './money.js';
import type { Instalment, Payment, Position } from './position.js';

/** One instalment with what of it is open after all money up to the day. `reopened`: money that had paid it was taken back. */
export type Allocated = { instalment: Instalment; unpaid: Components; reopened: boolean };

type Part = { of: Allocated; component: Component; amount: Minor };
type Credit = { paymentId: string; left: Minor };
type Event = { on: Day; rank: 0 | 1 | 2; id: string; happens: (ledger: Ledger) => void };
type Ledger = {
  open: Allocated[];
  parts: Map<string, Part[]>;
  credit: Credit[];
  order: readonly Component[];
  today: Day;
};

/** Pays open instalments, oldest first, inside each in the contract's order; returns what is left of the money. */
const pay = ({ open, parts, order, today }: Ledger, paymentId: string, money: Minor): Minor => {
  let left = money;
  const paid = parts.get(paymentId) ?? [];
  for (const of of open) {
    if (left === 0) break;
    // Servicing told that it was met in time: only money of that time can have met it.
    if (of.instalment.state === 'met' && !of.reopened && today > of.instalment.dueOn) continue;
    for (const component of order) {
      const amount = Math.min(of.unpaid[component] ?? 0, left);
      if (amount === 0) continue;
      left -= amount;
      const rest = (of.unpaid[component] ?? 0) - amount;
      if (rest === 0) delete of.unpaid[component];
      else of.unpaid[component] = rest;
      paid.push({ of, component, amount });
    }
  }
  parts.set(paymentId, paid);
  return left;
};

/** Money that nothing needed when it came goes to what falls due, or is open again, later. */
const useCredit = (ledger: Ledger): void => {
  for (const credit of ledger.credit) if (credit.left > 0) credit.left = pay(ledger, credit.paymentId, credit.left);
};

const fallsDue = (instalment: Instalment): Event => ({
  on: instalment.dueOn,
  rank: 0,
  id: String(instalment.number).padStart(6, '0'),
  happens: (ledger) => {
    ledger.open.push({ instalment, unpaid: { ...instalment.due }, reopened: false });
    useCredit(ledger);
  },
});

const comesIn = ({ paymentId, amount, valueDate }: Payment): Event => ({
  on: valueDate,
  rank: 1,
  id: paymentId,
  happens: (ledger) => {
    const left = pay(ledger, paymentId, amount);
    if (left > 0) ledger.credit.push({ paymentId, left });
  },
});

const isTakenBack = ({ paymentId, valueDate }: Payment, reversedOn: Day): Event => ({
  on: reversedOn > valueDate ? reversedOn : valueDate,
  rank: 2,
  id: paymentId,
  happens: (ledger) => {
    for (const { of, component, amount } of ledger.parts.get(paymentId) ?? []) {
      // Servicing told that it was met: what we saw no money for was met by other money, and is not owed.
      if (of.instalment.state === 'met' && !of.reopened) of.unpaid = {};
      of.unpaid[component] = (of.unpaid[component] ?? 0) + amount;
      of.reopened = true;
    }
    ledger.parts.delete(paymentId);
    ledger.credit = ledger.credit.filter((credit) => credit.paymentId !== paymentId);
    useCredit(ledger);
  },
});

const inOrder = (a: Event, b: Event): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Lays all that is known out by date and allocates as it would have happened: an instalment falls due, money comes in by value date,
 * money is taken back and opens again what it had paid. The order of arrival plays no part. `now`: all that is known, whatever its date.
 */
export const allocatePayments = (
  position: Position,
  day: Day | 'now',
  order: readonly Component[],
): { allocated: Allocated[]; credit: Minor } => {
  const events = [
    ...position.instalments.map(fallsDue),
    ...position.payments.map(comesIn),
    ...position.payments.flatMap((payment) =>
      payment.reversedOn === undefined ? [] : [isTakenBack(payment, payment.reversedOn)],
    ),
  ].sort(inOrder);
  const ledger: Ledger = { open: [], parts: new Map(), credit: [], order, today: '' };
  for (const event of events) {
    if (day !== 'now' && event.on > day) break;
    ledger.today = event.on;
    event.happens(ledger);
  }
  return { allocated: ledger.open, credit: ledger.credit.reduce((sum, { left }) => sum + left, 0) };
};
