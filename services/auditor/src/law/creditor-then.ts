import type { CreditorNews } from '../creditor-news.js';

/**
 * Whose the claim is to the debtor by all told: an assignment has no effect before the debtor is notified (民法典 art. 546), and what took effect
 * last stands. `as-lent`: nobody's but who lent. `unclear`: two of one day, notified on one day.
 */
export const creditorThen = (news: readonly { news: string }[]): { is: string } | 'as-lent' | 'unclear' => {
  const told = news.filter((each): each is CreditorNews => each.news === 'creditor');
  let [standing, since]: [string[], string] = [[], ''];
  for (const { to, on, notifiedOn } of told) {
    if (notifiedOn === undefined) continue;
    const effect = `${on}/${notifiedOn}`;
    if (effect < since) continue;
    if (effect > since) [standing, since] = [[], effect];
    if (!standing.includes(to)) standing.push(to);
  }
  const [is, second] = standing;
  if (is === undefined) return 'as-lent';
  return second === undefined ? { is } : 'unclear';
};
