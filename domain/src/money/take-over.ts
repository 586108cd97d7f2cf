import { contractOrder } from './components.js';
import { openOf } from './debt.js';
import type { Ledger } from './ledger.js';
import type { Components } from './money.js';
import type { Restructuring } from './restructuring.js';

/**
 * The old schedule's due debts give way to the new one, oldest first, by component at most what servicing took over. Notes what of that found no
 * open debt: servicing knew of more than we do, or of less money.
 */
export const takeOver = (ledger: Ledger, { restructuringId, takenOver, on }: Restructuring): void => {
  const short: Components = {};
  const oldest = ledger.debts
    .filter(({ dueOn, from }) => dueOn <= on && from <= on)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.instalment - b.instalment));
  for (const component of contractOrder) {
    let left = takenOver[component] ?? 0;
    for (const debt of oldest) {
      if (debt.component !== component) continue;
      const amount = Math.min(left, openOf(debt));
      debt.replaced += amount;
      left -= amount;
    }
    if (left > 0) short[component] = left;
  }
  ledger.short.set(restructuringId, short);
};
