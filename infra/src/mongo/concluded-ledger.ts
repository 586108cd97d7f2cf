import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { ConcludeEffects } from '@recourse/activities/contact/contact-store';

/** A ledger once an act is concluded: without it when it never went out, and as it was, open, when nobody knows what came of it. */
export const concludedLedger = (
  ledger: readonly LedgerEntry[],
  actId: string,
  { entry, neverSent }: Pick<ConcludeEffects, 'entry' | 'neverSent'>,
): LedgerEntry[] =>
  neverSent
    ? ledger.filter((each) => each.actId !== actId)
    : ledger.map((each) => (each.actId === actId && entry ? { ...each, ...entry, open: false } : each));
