import { contractOrder } from '../money/components.js';
import type { Components } from '../money/money.js';
import type { Arrangement } from './arrangement.js';

/** How much of all that lateness was ever charged, by component, is done with by what was kept: what those arrangements gave up is asked of nobody. */
export const settledBy = (arrangements: readonly Arrangement[] = []): Components => {
  const settled: Components = {};
  for (const { state, terms } of arrangements)
    if (state === 'kept' && terms.settles)
      for (const component of contractOrder) {
        const amount = terms.settles[component] ?? 0;
        if (amount > (settled[component] ?? 0)) settled[component] = amount;
      }
  return settled;
};
