import type { Day } from '../../calendar/day.js';
import { allocatePayments } from '../allocate-payments.js';
import type { AllocationRules } from '../allocation-order.js';
import { amountsOn, bucketOf, dpdOn, type Bucket } from '../arrears.js';
import { contractOrder, type Component } from '../components.js';
import { openOf, type Debt, type DebtSource } from '../debt.js';
import { goneOn } from '../history-of-money.js';
import type { Minor } from '../money.js';
import type { Payoff } from '../payoff.js';
import type { Payment, Position } from '../position.js';
import { explainCreditors, type ExplainedCreditor } from './explain-creditors.js';

/**
 * One component of what falls due on one day. Minor units; `unseen`: met by money of which nobody told us; `open` is `due` less `paid`,
 * `waived`, `unseen` and `replaced`.
 */
export type ExplainedDebt = DebtSource & {
  instalment: number;
  component: Component;
  dueOn: Day;
  standing: 'settled' | 'not-due' | 'due' | 'past-due';
  due: Minor;
  paid: Minor;
  waived: Minor;
  unseen: Minor;
  open: Minor;
  /** A new schedule stands for it; absent: none does. */
  replaced?: Minor;
};

/**
 * What a loan owes on a day, figure by figure. `arrears` is what of `debts` is open and due, `payoff` all of them that is open less credit, never below zero; `toPayOff` what would pay the
 * loan off, absent where nobody knows.
 * `money`: all that came in, what of it was gone again by then, what went to debts and what lies as credit; received less reversed is
 * allocated and credit together.
 */
export type ExplainedPosition = {
  asOf: Day;
  currency: string;
  arrears: Minor;
  payoff: Minor;
  toPayOff?: Payoff;
  credit: Minor;
  oldestUnpaidDueOn?: Day;
  dpd: number;
  bucket: Bucket;
  /** Absent: nobody but who lent. */
  creditors?: readonly ExplainedCreditor[];
  debts: readonly ExplainedDebt[];
  money: { received: Minor; reversed: Minor; allocated: Minor; credit: Minor };
};

const isGone = (payment: Payment, asOf: Day): boolean => {
  const on = goneOn(payment);
  return on !== undefined && on <= asOf;
};

const standingOf = (debt: Debt, asOf: Day): ExplainedDebt['standing'] => {
  if (openOf(debt) === 0) return 'settled';
  return debt.dueOn > asOf ? 'not-due' : debt.dueOn === asOf ? 'due' : 'past-due';
};

const inBooksOrder = (a: Debt, b: Debt): number =>
  a.instalment - b.instalment ||
  (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
  contractOrder.indexOf(a.component) - contractOrder.indexOf(b.component) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0);

/** As of the end of a day, by all that is known today of what happened until then. */
export const explainPosition = (
  position: Position,
  asOf: Day,
  rules: AllocationRules,
  toPayOff?: Payoff,
): ExplainedPosition => {
  const { debts, parts, credit } = allocatePayments(position, asOf, rules);
  const { arrears, oldestUnpaidDueOn } = amountsOn(position, asOf, rules);
  const dpd = dpdOn(oldestUnpaidDueOn, asOf);
  const came = position.payments.filter(({ valueDate }) => valueDate <= asOf);
  const creditors = explainCreditors(position.creditors, asOf);
  const unallocated = sumOf(credit.map(({ amount }) => amount));
  return {
    asOf,
    currency: position.currency,
    arrears,
    payoff: Math.max(0, sumOf(debts.map(openOf)) - unallocated),
    ...(toPayOff && { toPayOff }),
    credit: unallocated,
    ...(oldestUnpaidDueOn !== undefined && { oldestUnpaidDueOn }),
    dpd,
    bucket: bucketOf(dpd),
    ...(creditors.length > 0 && { creditors }),
    debts: [...debts].sort(inBooksOrder).map((debt) => {
      const { source, id, instalment, component, dueOn, due, paid, waived, unseen, replaced } = debt;
      const standing = standingOf(debt, asOf);
      return {
        source,
        id,
        instalment,
        component,
        dueOn,
        standing,
        due,
        paid,
        waived,
        unseen,
        open: openOf(debt),
        ...(replaced > 0 && { replaced }),
      };
    }),
    money: {
      received: sumOf(came.map(({ amount }) => amount)),
      reversed: sumOf(came.filter((payment) => isGone(payment, asOf)).map(({ amount }) => amount)),
      allocated: sumOf(parts.map(({ amount }) => amount)),
      credit: unallocated,
    },
  };
};
