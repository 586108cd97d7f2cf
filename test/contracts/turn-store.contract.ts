import { describe } from 'vitest';
import { turnStoreClosingContract } from './turn-store-closing.contract.js';
import type { TurnStoreBench } from './turn-store-scene.js';
import { turnStoreTasksContract } from './turn-store-tasks.contract.js';
import { turnStoreWritingContract } from './turn-store-writing.contract.js';

/** What every TurnStore must do. `fresh` gives an empty store. */
export function turnStoreContract(name: string, fresh: () => Promise<TurnStoreBench>): void {
  describe(`${name} keeps the turn store contract:`, () => {
    turnStoreWritingContract(fresh);
    turnStoreClosingContract(fresh);
    turnStoreTasksContract(fresh);
  });
}
