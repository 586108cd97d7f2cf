import type { News } from './news.js';

/** Payments of which nothing is left: reversed, or taken back by banks to the last unit. */
export const moneyGone = (news: readonly News[]): ReadonlySet<string> => {
  const taken = new Map<string, Map<string, number>>();
  for (const each of news) {
    if (each.news !== 'out' || each.kind !== 'chargeback' || each.paymentId === undefined) continue;
    const outs = taken.get(each.paymentId) ?? new Map<string, number>();
    taken.set(each.paymentId, outs.set(each.outId, each.amount));
  }
  return new Set(
    news.flatMap((each) => {
      if (each.news === 'reversal') return [each.paymentId];
      if (each.news !== 'payment') return [];
      const outs = [...(taken.get(each.paymentId)?.values() ?? [])];
      return outs.length > 0 && outs.reduce((sum, out) => sum + out, 0) >= each.amount ? [each.paymentId] : [];
    }),
  );
};
