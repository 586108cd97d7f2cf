import type { LaidOrder } from './laid-order.js';
import { whereSilent } from './laid-order.js';
import { orderByLaw } from './law/order-by-law.js';
import type { News, ToldTerms } from './news.js';

/** The highest version told, as it was told first: telling it again changes nothing, whatever the law has become since. */
export const termsIn = (news: readonly News[]): ToldTerms | undefined =>
  news
    .filter((each) => each.news === 'terms')
    .reduce<ToldTerms | undefined>((held, each) => (held && held.version >= each.version ? held : each), undefined);

/** By which order money is laid out. Undefined: by one that nobody here walks. */
export const orderIn = (news: readonly News[]): LaidOrder | undefined => {
  const terms = termsIn(news);
  if (!terms) return whereSilent;
  return terms.byLaw ? terms.byLaw.order : orderByLaw([], terms.allocation);
};
