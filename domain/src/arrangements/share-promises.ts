import type { Minor } from '../money/money.js';
import type { PromiseTold } from './promise.js';

/**
 * What was promised in one contact about several loans, laid out over them by what is owed of each (minor units): the part of the `nth`. Shares of
 * an amount add up to it; what rounding leaves goes to the first. A loan of which nothing is owed has no part.
 */
export const sharePromises = (told: readonly PromiseTold[], owed: readonly Minor[], nth: number): PromiseTold[] => {
  const all = owed.reduce((sum, each) => sum + BigInt(each), 0n);
  if (owed.length < 2 || all === 0n) return [...told];
  const first = owed.findIndex((each) => each > 0);
  return told.flatMap(({ amount, ...promise }) => {
    // Never an amount nobody can mean: it is refused as it was told.
    if (!Number.isSafeInteger(amount)) return [{ amount, ...promise }];
    const shares = owed.map((each) => (BigInt(amount) * BigInt(each)) / all);
    const rest = BigInt(amount) - shares.reduce((sum, each) => sum + each, 0n);
    const share = Number((shares[nth] ?? 0n) + (nth === first ? rest : 0n));
    return share === 0 && amount > 0 ? [] : [{ amount: share, ...promise }];
  });
};
