import { isThirdParty } from '@recourse/domain/contact/is-third-party';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { ledgerDays } from '@recourse/domain/law/shapes/gate-words';

/** Who owes nothing is asked so and so often and never again (12 CFR 1006.10(c)): those contacts, a few each, are kept for good. */
const isKept = ({ party }: LedgerEntry): boolean => party !== undefined && isThirdParty(party);

/** The ledger with new attempts, all of one instant, without those more than 90 days before them. */
export function ledgerWith(ledger: readonly LedgerEntry[], entries: readonly LedgerEntry[]): LedgerEntry[] {
  const [first] = entries;
  if (!first) return [...ledger];
  const since = new Date(Date.parse(first.at) - ledgerDays * 86_400_000).toISOString();
  return [...ledger.filter((entry) => entry.at >= since || isKept(entry)), ...entries];
}
