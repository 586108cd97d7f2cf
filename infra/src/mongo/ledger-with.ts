import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';

const ledgerDays = 90;

/** The ledger with new attempts, all of one instant, without those more than 90 days before them. */
export function ledgerWith(ledger: readonly LedgerEntry[], entries: readonly LedgerEntry[]): LedgerEntry[] {
  const [first] = entries;
  if (!first) return [...ledger];
  const since = new Date(Date.parse(first.at) - ledgerDays * 86_400_000).toISOString();
  return [...ledger.filter(({ at }) => at >= since), ...entries];
}
