import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { evolve, unopened } from '@recourse/domain/case/evolve';

/** The case after one more entry of its journal. */
export const foldEntry = (
  kase: CollectionCase,
  { fact, seq, hash, consumedThrough }: JournalEntry,
): CollectionCase => ({
  ...evolve(kase, fact),
  seq,
  head: hash,
  consumedThrough,
});

/** Entries in order, from the first: gives the case document back. */
export const foldJournal = (entries: readonly JournalEntry[]): CollectionCase => entries.reduce(foldEntry, unopened);
