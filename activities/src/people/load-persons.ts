import { ringAll } from '../contact/ring-all.js';
import type { Doorbell } from '../doorbell.js';
import type { PersonRow, PersonStore } from './person-store.js';

const atOnce = 8;

export type LoadedPersons = { new: number; changed: number; same: number };

/** Loads persons, a few side by side, and rings the cases that wait for them. */
export async function loadPersons(
  { persons, doorbell }: { persons: PersonStore; doorbell: Doorbell },
  tenant: string,
  rows: readonly PersonRow[],
): Promise<LoadedPersons> {
  const loaded: LoadedPersons = { new: 0, changed: 0, same: 0 };
  const waiting = rows.values();
  const work = async (): Promise<void> => {
    for (const row of waiting) {
      const answer = await persons.load(tenant, row);
      loaded[answer.loaded] += 1;
      await ringAll(doorbell, answer.ring);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return loaded;
}
