import type { Minor } from './money.js';
import type { Position } from './position.js';

/** What payments brought of which more left the loan again, and what left; by payment, in minor units. Either was told wrongly. */
export const overdrawnPayments = ({
  payments,
  moneyOut = [],
}: Pick<Position, 'payments' | 'moneyOut'>): ReadonlyMap<string, { came: Minor; left: Minor }> => {
  const left = new Map<string, bigint>();
  for (const { paymentId, amount } of moneyOut)
    if (paymentId !== undefined) left.set(paymentId, (left.get(paymentId) ?? 0n) + BigInt(amount));
  const overdrawn = new Map<string, { came: Minor; left: Minor }>();
  if (left.size === 0) return overdrawn;
  for (const { paymentId, amount: came } of payments) {
    const out = left.get(paymentId) ?? 0n;
    if (out > BigInt(came)) overdrawn.set(paymentId, { came, left: Number(out) });
  }
  return overdrawn;
};
