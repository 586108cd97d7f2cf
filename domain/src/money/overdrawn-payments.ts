import type { Position } from './position.js';

/** Ids of the payments of which more left the loan again than came in by them: either of the two was told wrongly. */
export const overdrawnPayments = ({
  payments,
  moneyOut = [],
}: Pick<Position, 'payments' | 'moneyOut'>): ReadonlySet<string> => {
  const left = new Map<string, bigint>();
  for (const { paymentId, amount } of moneyOut)
    if (paymentId !== undefined) left.set(paymentId, (left.get(paymentId) ?? 0n) + BigInt(amount));
  return new Set(
    payments.flatMap(({ paymentId, amount }) => ((left.get(paymentId) ?? 0n) > BigInt(amount) ? [paymentId] : [])),
  );
};
