import type { Instant } from '../calendar/instant.js';
import type { GateLedger } from './gate-ask.js';
import type { LedgerEntry } from './ledger-entry.js';

/** Of a dial a permit reserved and nobody made in its window nothing is left, swept away already or not (ADR 0024). */
const stands = ({ reservedUntil }: LedgerEntry, at: Instant): boolean =>
  reservedUntil === undefined || at < reservedUntil;

const isAsRead = (entries: readonly LedgerEntry[], at: Instant): boolean => {
  let before = '';
  for (const entry of entries) {
    if (entry.at < before || !stands(entry, at)) return false;
    before = entry.at;
  }
  return true;
};

const asRead = (entries: readonly LedgerEntry[], at: Instant): readonly LedgerEntry[] =>
  isAsRead(entries, at)
    ? entries
    : entries.filter((entry) => stands(entry, at)).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/**
 * Both ledgers as rules read them at an instant: oldest first (rules look back from the end and stop where their window begins), and without
 * reservations that are over. They mostly are so already, and then nothing is copied.
 */
export const ledgerAsRead = (ledger: GateLedger, at: Instant): GateLedger => ({
  ...ledger,
  person: asRead(ledger.person, at),
  point: asRead(ledger.point, at),
});

/** When reservations end that stand at `at`: each once, the first first. */
export const reservationEnds = ({ person, point }: GateLedger, at: Instant): Instant[] => {
  const ends = [...person, ...point].flatMap(({ reservedUntil }) => reservedUntil ?? []);
  return [...new Set(ends.filter((end) => end > at))].toSorted();
};
