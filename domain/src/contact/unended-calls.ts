import { isTelephone } from './is-telephone.js';
import type { LedgerEntry } from './ledger-entry.js';

/** Ids of the calls in these ledgers of which nobody has told the outcome, each once. A dial that is only reserved is none: it rings nobody yet. */
export const unendedCalls = (ledgers: readonly (readonly LedgerEntry[] | undefined)[]): string[] => [
  ...new Set(
    ledgers.flatMap((ledger = []) =>
      ledger.flatMap(({ actId, open, channel, reservedUntil }) =>
        open && reservedUntil === undefined && isTelephone(channel) ? [actId] : [],
      ),
    ),
  ),
];
