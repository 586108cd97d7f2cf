import type { Day } from '../../calendar/day.js';
import { allocatePayments, type AllocatedPart } from '../allocate-payments.js';
import { allocationDifference, type AllocationDifference } from '../allocation-difference.js';
import { orderAt, type AllocationOrder, type AllocationRules } from '../allocation-order.js';
import { contractOrder } from '../components.js';
import { goneOn } from '../history-of-money.js';
import type { Minor } from '../money.js';
import type { Payment, Position } from '../position.js';

/**
 * Where one payment went. `dpd`: days past due on its value date, before its own money, where the `order` was chosen by them. Money that no
 * debt took is `credit`. A payment that is gone has no order, no parts and no credit.
 */
export type ExplainedPayment = {
  paymentId: string;
  valueDate: Day;
  amount: Minor;
  reversedOn?: Day;
  dpd?: number;
  order?: AllocationOrder;
  parts: readonly Omit<AllocatedPart, 'paymentId'>[];
  credit: Minor;
};

/** A reversal and all that moved by it on its day. */
export type ExplainedReversal = { paymentId: string; on: Day } & AllocationDifference;

export type ExplainedAllocation = {
  asOf: Day;
  currency: string;
  payments: readonly ExplainedPayment[];
  reversals: readonly ExplainedReversal[];
};

const reversalOf = (position: Position, payment: Payment, on: Day, rules: AllocationRules): ExplainedReversal => {
  const { reversedOn: _, ...unreversed } = payment;
  const standing = position.payments.map((each) => (each === payment ? unreversed : each));
  const before = allocatePayments({ ...position, payments: standing }, on, rules);
  return { paymentId: payment.paymentId, on, ...allocationDifference(before, allocatePayments(position, on, rules)) };
};

/** Every payment up to a day and where it went, by all that is known today; and each reversal with what it moved. */
export const explainAllocation = (position: Position, asOf: Day, rules: AllocationRules): ExplainedAllocation => {
  const { parts, credit, dpdOf } = allocatePayments(position, asOf, rules);
  const came = position.payments.filter(({ valueDate }) => valueDate <= asOf);
  const inOrder = (a: Omit<AllocatedPart, 'paymentId'>, b: Omit<AllocatedPart, 'paymentId'>): number =>
    a.instalment - b.instalment || contractOrder.indexOf(a.component) - contractOrder.indexOf(b.component);
  return {
    asOf,
    currency: position.currency,
    payments: came.map((payment) => {
      const { paymentId, valueDate, amount, reversedOn } = payment;
      const dpd = dpdOf.get(paymentId);
      const gone = goneOn(payment);
      return {
        paymentId,
        valueDate,
        amount,
        ...(reversedOn !== undefined && { reversedOn }),
        ...(dpd !== undefined && { dpd }),
        ...(gone === undefined || gone > asOf ? { order: orderAt(rules, dpd ?? 0) } : {}),
        parts: parts
          .filter((part) => part.paymentId === paymentId)
          .map((part) => {
            const { paymentId: _, ...rest } = part;
            return rest;
          })
          .sort(inOrder),
        credit: credit.reduce((sum, each) => (each.paymentId === paymentId ? sum + each.amount : sum), 0),
      };
    }),
    reversals: came.flatMap((payment) => {
      const on = goneOn(payment);
      return on === undefined || on > asOf ? [] : [reversalOf(position, payment, on, rules)];
    }),
  };
};
