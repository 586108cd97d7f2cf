import type { Day } from '../calendar/day.js';
import { localDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Minor } from '../money/money.js';
import { moneyThatStays } from '../money/money-that-stays.js';
import type { Payment, Position } from '../money/position.js';
import type { PromiseMade } from './promise.js';

/** The last value date that keeps a promise. */
export const keptUntil = (promise: PromiseMade): Day => promise.keptUntil ?? promise.by;

/** What came for each promise: `received` stands, `takenBack` came and was reversed or charged back. Minor units, never more than was promised. */
export type MoneyForPromise = { received: Minor; takenBack: Minor };

const share = (promises: readonly PromiseMade[], payments: readonly Payment[], zone: ZoneSlice): Map<string, Minor> => {
  const got = new Map<string, Minor>();
  const layOut = (money: readonly Payment[], most: (promise: PromiseMade) => Minor): Payment[] =>
    money.map((payment) => {
      const { paymentId, valueDate } = payment;
      let left = payment.amount;
      for (const promise of promises) {
        const counts = localDay(promise.madeAt, zone) <= valueDate && valueDate <= keptUntil(promise);
        if (!counts || promise.notCounting?.includes(paymentId)) continue;
        const has = got.get(promise.id) ?? 0;
        const taken = Math.min(left, most(promise) - has);
        if (taken <= 0) continue;
        got.set(promise.id, has + taken);
        left -= taken;
      }
      return { ...payment, amount: left };
    });
  const over = layOut(payments, ({ amount, tolerance = 0 }) => amount - tolerance);
  layOut(over, ({ amount }) => amount);
  return got;
};

/**
 * Lays out payments over the promises of a loan, by value date: each goes to the promise whose time ends first, what is over to the next,
 * so that no money keeps two promises and parts add up. What may be missing of one is given to it when no other wants it for being kept. A replaced promise takes none.
 */
export const moneyForPromises = (
  promises: readonly PromiseMade[],
  position: Pick<Position, 'payments' | 'moneyOut'>,
  zone: ZoneSlice,
): ((promiseId: string) => MoneyForPromise) => {
  const live = promises
    .filter(({ state }) => state !== 'replaced')
    .toSorted((a, b) => (keptUntil(a) < keptUntil(b) ? -1 : keptUntil(a) > keptUntil(b) ? 1 : 0));
  const standing = share(live, moneyThatStays(position), zone);
  const ever = share(live, position.payments, zone);
  return (id) => {
    const received = standing.get(id) ?? 0;
    return { received, takenBack: Math.max(0, (ever.get(id) ?? 0) - received) };
  };
};
