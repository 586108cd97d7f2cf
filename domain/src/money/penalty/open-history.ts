import type { Day } from '../../calendar/day.js';
import { allocatePayments } from '../allocate-payments.js';
import { plainRules, type AllocationRules } from '../allocation-order.js';
import { contractOrder } from '../components.js';
import { openOf } from '../debt.js';
import { goneOn } from '../history-of-money.js';
import type { Components } from '../money.js';
import type { Position } from '../position.js';

/**
 * What fell due together of an instalment, and what of it was unpaid: each entry from its day until the next one's. A charge or chargeback
 * that fell due on another day has a history of its own under the same number: lateness counts from its own due date.
 */
export type OpenHistory = { number: number; dueOn: Day; open: readonly { from: Day; unpaid: Components }[] };

/** Every day on which the allocation may change, up to and without `asOf`. */
const daysOfChange = (position: Position, asOf: Day): Day[] => {
  const {
    instalments,
    payments,
    charges = [],
    waivers = [],
    moneyOut = [],
    restructurings = [],
    accelerations = [],
  } = position;
  const days = [
    ...instalments.map(({ dueOn }) => dueOn),
    ...payments.flatMap((payment) => [payment.valueDate, goneOn(payment)]),
    ...charges.flatMap(({ dueOn, raisedOn }) => [dueOn, raisedOn]),
    ...waivers.flatMap(({ waivedOn, withdrawnOn }) => [waivedOn, withdrawnOn]),
    ...moneyOut.flatMap(({ on, dueOn }) => [on, dueOn]),
    ...restructurings.map(({ on }) => on),
    ...accelerations.flatMap(({ on, undoneOn }) => [on, undoneOn]),
  ];
  return [...new Set(days)]
    .filter((day) => day !== undefined)
    .filter((day) => day < asOf)
    .toSorted();
};

const keyOf = (number: number, dueOn: Day): string => `${number}/${dueOn}`;

/** What was unpaid as a day ended, by what falls due together, due or not. */
const unpaidAt = (
  position: Position,
  day: Day,
  rules: AllocationRules,
): Map<string, Omit<OpenHistory, 'open'> & { unpaid: Components }> => {
  const found: ReturnType<typeof unpaidAt> = new Map();
  for (const debt of allocatePayments(position, day, rules).debts) {
    const { instalment: number, dueOn, component } = debt;
    const amount = openOf(debt);
    if (amount === 0) continue;
    const known = found.get(keyOf(number, dueOn)) ?? { number, dueOn, unpaid: {} };
    known.unpaid[component] = (known.unpaid[component] ?? 0) + amount;
    found.set(keyOf(number, dueOn), known);
  }
  return found;
};

/**
 * The unpaid part of everything that fell due, through time, up to the day before `asOf`, by instalment: money by value date, from that day on;
 * money taken back is owed again from the day it was taken back.
 */
export const openHistories = (
  position: Position,
  asOf: Day,
  rules: AllocationRules = plainRules(contractOrder),
): OpenHistory[] => {
  const states = daysOfChange(position, asOf).map((from) => ({ from, sums: unpaidAt(position, from, rules) }));
  const all = new Map(
    states.flatMap(({ sums }) => [...sums].map(([key, { number, dueOn }]) => [key, { number, dueOn }])),
  );
  return [...all]
    .map(([key, due]) => ({
      ...due,
      open: states
        .filter(({ from }) => from >= due.dueOn)
        .map(({ from, sums }) => ({ from, unpaid: sums.get(key)?.unpaid ?? {} })),
    }))
    .sort((a, b) => a.number - b.number || (a.dueOn < b.dueOn ? -1 : 1));
};

/** What was unpaid as that day ended. */
export const unpaidOn = ({ open }: OpenHistory, day: Day): Components =>
  open.findLast(({ from }) => from <= day)?.unpaid ?? {};
