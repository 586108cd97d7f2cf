import type { GateLedger } from './gate-ask.js';
import type { LedgerEntry } from './ledger-entry.js';

const isInOrder = (entries: readonly LedgerEntry[]): boolean => {
  let before = '';
  for (const { at } of entries) {
    if (at < before) return false;
    before = at;
  }
  return true;
};

const inOrder = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  isInOrder(entries) ? entries : entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** Ledgers oldest first: rules look back from their end and stop where their window begins. They mostly are already. */
export const ledgerInOrder = (ledger: GateLedger): GateLedger => ({
  ...ledger,
  person: inOrder(ledger.person),
  point: inOrder(ledger.point),
});
