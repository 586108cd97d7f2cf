import type { Instant } from '../calendar/instant.js';
import type { LedgerEntry } from '../contact/ledger-entry.js';

/** Of entries oldest first those at `from` or later, which is mostly a few of many. */
export const entriesSince = (entries: readonly LedgerEntry[], from: Instant): readonly LedgerEntry[] => {
  let start = entries.length;
  while (start > 0 && (entries[start - 1]?.at ?? '') >= from) start -= 1;
  return entries.slice(start);
};
