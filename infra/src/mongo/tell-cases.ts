import type { CaseNote } from '@recourse/activities/contact/case-note';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';

/** Puts each note into its case's inbox within the caller's transaction, in the order of the cases; the cases that have news of it. */
export async function tellCases(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  notes: readonly CaseNote[],
  wall: Date,
): Promise<string[]> {
  const news: string[] = [];
  for (const { caseId, item } of notes.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)))
    if ((await appendInTransaction(collections, session, caseId, item, wall)) === 'appended') news.push(caseId);
  return news;
}
