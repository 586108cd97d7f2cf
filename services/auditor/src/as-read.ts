import type { News } from './news.js';

/**
 * News as whoever decided on a position version went by it: terms that were held against the law only later went by what they agree. That they
 * were told before is the lender's word, by the loan; how often it is leant on is counted.
 */
export const asRead = (news: readonly News[], positionVersion: number): News[] =>
  news.map((each) => {
    if (each.news !== 'terms' || each.lawFrom === undefined || positionVersion >= each.lawFrom) return each;
    const { byLaw: _later, ...agreed } = each;
    return agreed;
  });
