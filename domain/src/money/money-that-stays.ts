import type { Minor } from './money.js';
import type { Payment, Position } from './position.js';

type Moved = Pick<Position, 'payments' | 'moneyOut'>;

/**
 * Payments with what stays of their money, minor units: none of one that was reversed, and of others what no chargeback that names them took
 * back, whenever either was told. One of which nothing stays is left out. A refund gives credit back: nothing had needed it, and it takes
 * nothing off what was kept.
 */
export const moneyThatStays = ({ payments, moneyOut = [] }: Moved): Payment[] =>
  payments.flatMap((payment): Payment[] => {
    if (payment.reversedOn !== undefined) return [];
    let left: Minor = payment.amount;
    for (const { kind, paymentId, amount } of moneyOut)
      if (kind === 'chargeback' && paymentId === payment.paymentId) left = Math.max(0, left - amount);
    if (left === payment.amount) return [payment];
    return left === 0 ? [] : [{ ...payment, amount: left }];
  });

/** Without what chargebacks of payments that are known make owed again. */
const withPayments = (position: Position, payments: Payment[]): Position => {
  const came = new Set(position.payments.map(({ paymentId }) => paymentId));
  const others = position.moneyOut?.filter(
    ({ kind, paymentId }) => kind !== 'chargeback' || paymentId === undefined || !came.has(paymentId),
  );
  return { ...position, payments, ...(others && { moneyOut: others }) };
};

/** The position as if what was taken back had never come. */
export const withoutTakenBack = (position: Position): Position => withPayments(position, moneyThatStays(position));

/** The position as if nothing that came had been taken back. */
export const asItCame = (position: Position): Position =>
  withPayments(
    position,
    position.payments.map(({ paymentId, amount, valueDate, receivedAt }) => ({
      paymentId,
      amount,
      valueDate,
      receivedAt,
    })),
  );
