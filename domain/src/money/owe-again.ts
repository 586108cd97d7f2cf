import type { AllocationRules } from './allocation-order.js';
import { contractOrder, type Component } from './components.js';
import { standsWith, type Debt } from './debt.js';
import { addDebt, putTo, type Ledger } from './ledger.js';
import type { MoneyOut } from './money-out.js';
import type { Components, Minor } from './money.js';
import type { Position } from './position.js';

/** What a payment had paid by component, less what its earlier chargebacks made owed again. */
const stillPaidBy = (ledger: Ledger, paymentId: string, earlier: readonly string[]): Components => {
  const sums: Components = {};
  for (const { debt, amount, covers } of ledger.parts.get(paymentId) ?? [])
    if (!covers) sums[debt.component] = (sums[debt.component] ?? 0) + amount;
  for (const { source, id, component, due } of ledger.debts)
    if (source === 'money-out' && earlier.includes(id)) sums[component] = (sums[component] ?? 0) - due;
  return sums;
};

const split = (amount: Minor, paid: Components, order: readonly Component[]): Components => {
  let left = amount;
  const owed: Components = {};
  for (const component of order) {
    const part = Math.min(left, Math.max(0, paid[component] ?? 0));
    if (part > 0) owed[component] = part;
    left -= part;
  }
  // What the payment had not paid on anything was credit; owed again it is principal.
  if (left > 0) owed.principal = (owed.principal ?? 0) + left;
  return owed;
};

const componentsOf = (ledger: Ledger, out: MoneyOut, all: readonly MoneyOut[], by: AllocationRules['takenBack']) => {
  if (out.kind === 'refund' || out.paymentId === undefined || by === 'principal') return { principal: out.amount };
  const earlier = all.filter(({ paymentId, outId }) => paymentId === out.paymentId && outId !== out.outId);
  const paid = stillPaidBy(
    ledger,
    out.paymentId,
    earlier.map(({ outId }) => outId),
  );
  return split(out.amount, paid, by);
};

/** Money left the loan: it is owed again, and credit covers it first. */
export const oweAgain = (ledger: Ledger, out: MoneyOut, { instalments, moneyOut = [] }: Position): void => {
  const { outId, on, dueOn = on } = out;
  const owed: Components = componentsOf(ledger, out, moneyOut, ledger.rules.takenBack);
  for (const component of contractOrder) {
    const due = owed[component] ?? 0;
    if (due === 0) continue;
    const stands = standsWith(instalments, dueOn);
    const debt: Debt = {
      source: 'money-out',
      id: outId,
      ...stands,
      component,
      dueOn,
      from: on,
      due,
      paid: 0,
      waived: 0,
      unseen: 0,
      replaced: 0,
      met: false,
    };
    addDebt(ledger, debt);
    for (const credit of ledger.credit) credit.left -= putTo(ledger, credit.paymentId, debt, credit.left, true);
  }
};
