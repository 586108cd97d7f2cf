import type { Entry } from '../evidence.js';
import type { ToldOfLoan } from '../news-of-loans.js';
import { billedIn } from './billed-in.js';

/** By component, how much of all that lateness was ever charged is done with, because an agreement that was kept gave it up. */
export type GivenUp = ReadonlyMap<string, number>;
type Agreed = { version: number; discount: Record<string, number>; late: Record<string, number>; isKept: boolean };

/**
 * Reckoned from the agreements of a case as its entries have them: what was billed when one was proposed, and what it gives up of what was not. Only what was
 * kept, and stayed so, gives anything up.
 */
export const givenUp = (entries: readonly Entry[], events: readonly ToldOfLoan[]): GivenUp => {
  const agreed = new Map<string, Agreed>();
  let version = 0;
  for (const { fact } of entries) {
    const id = String(fact['arrangementId']);
    if (fact.type === 'position-noted') version = Number(fact['positionVersion']);
    if (fact.type === 'arrangement-proposed') {
      const { discount = {}, late = {} } = fact as { discount?: Agreed['discount']; late?: Agreed['late'] };
      agreed.set(id, { version, discount, late, isKept: false });
    }
    const judged = agreed.get(id);
    if (fact.type === 'arrangement-judged' && judged) judged.isKept = fact['state'] === 'kept';
  }
  const done = new Map<string, number>();
  for (const { version: read, discount, late, isKept } of agreed.values()) {
    if (!isKept) continue;
    const news = events.filter(({ positionVersion }) => positionVersion <= read).flatMap((event) => event.news);
    for (const [component, unbilled] of Object.entries(late)) {
      const given = Math.min(unbilled, discount[component] ?? 0);
      if (given > 0) done.set(component, Math.max(done.get(component) ?? 0, billedIn(news, component) + given));
    }
  }
  return done;
};
