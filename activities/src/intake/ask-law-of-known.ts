import type { Law } from '@recourse/domain/law/law';
import type { Doorbell } from '../doorbell.js';
import type { KnownBeforeStore } from './known-before-store.js';
import { putUnderLaw } from './put-under-law.js';

/**
 * Puts every loan under law whose terms were told before anybody asked, and rings the case that is open of it. Repeating it is harmless. A loan
 * that cannot be written is left for the next time. Returns how many the law made something of.
 * @throws the first trouble, after all else is done
 */
export async function askLawOfKnown(
  { store, doorbell }: { store: KnownBeforeStore; doorbell: Doorbell },
  law: Law,
  stopped: AbortSignal,
): Promise<number> {
  const trouble: unknown[] = [];
  let changed = 0;
  for (const id of await store.list()) {
    if (stopped.aborted) break;
    try {
      const loan = await store.put(id, (read) => putUnderLaw(read, law));
      if (!loan?.terms?.byLaw) continue;
      changed += 1;
      if (loan.openCase !== undefined) await doorbell.ring(loan.openCase);
    } catch (error) {
      trouble.push(error);
    }
  }
  if (trouble.length > 0) throw trouble[0];
  return changed;
}
