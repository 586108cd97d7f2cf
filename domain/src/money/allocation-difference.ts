import type { Allocation } from './allocate-payments.js';
import { contractOrder, type Component } from './components.js';
import { openOf, type DebtSource } from './debt.js';
import type { Minor } from './money.js';

/** What one payment gives to one component of one debt, before and after; `credit`: what of it lies unallocated. Minor units. */
export type AllocationChange = { paymentId: string; before: Minor; after: Minor } & (
  | { to: 'credit' }
  | ({ to: 'debt'; instalment: number; component: Component } & DebtSource)
);

/** What is open of one debt, before and after. */
export type OpenChange = DebtSource & { instalment: number; component: Component; before: Minor; after: Minor };

export type AllocationDifference = { payments: readonly AllocationChange[]; open: readonly OpenChange[] };

type Debt = DebtSource & { instalment: number; component: Component };

const keyOf = ({ source, id, instalment, component }: Debt): string =>
  [String(instalment).padStart(9, '0'), contractOrder.indexOf(component), source, id].join(' ');

type Both<T> = Map<string, { of: T; before: Minor; after: Minor }>;

const noted = <T>(both: Both<T>, key: string, of: T, side: 'before' | 'after', amount: Minor): void => {
  const known = both.get(key) ?? { of, before: 0, after: 0 };
  both.set(key, { ...known, [side]: known[side] + amount });
};

const changed = <T>(both: Both<T>): { of: T; before: Minor; after: Minor }[] =>
  [...both]
    .filter(([, { before, after }]) => before !== after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each);

const debtOf = ({ source, id, instalment, component }: Debt): Debt => ({ source, id, instalment, component });

/**
 * Explains why figures moved when money was reversed, came late or was waived: what each payment gave to what, before and after, and what
 * is open by it. Only what differs; sorted by payment, then by instalment and component. Both sums of a payment that is in both are equal.
 */
export const allocationDifference = (before: Allocation, after: Allocation): AllocationDifference => {
  const payments: Both<{ paymentId: string } & ({ to: 'credit' } | ({ to: 'debt' } & Debt))> = new Map();
  const open: Both<Debt> = new Map();
  for (const [side, { parts, credit, debts }] of [['before', before] as const, ['after', after] as const]) {
    for (const part of parts) {
      const of = { paymentId: part.paymentId, to: 'debt' as const, ...debtOf(part) };
      noted(payments, `${part.paymentId} ${keyOf(part)}`, of, side, part.amount);
    }
    for (const { paymentId, amount } of credit)
      noted(payments, `${paymentId} ~credit`, { paymentId, to: 'credit' }, side, amount);
    for (const debt of debts) noted(open, keyOf(debt), debtOf(debt), side, openOf(debt));
  }
  return {
    payments: changed(payments).map(({ of, ...amounts }) => ({ ...of, ...amounts })),
    open: changed(open).map(({ of, ...amounts }) => ({ ...of, ...amounts })),
  };
};
