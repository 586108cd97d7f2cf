import type { CaseNote } from '@recourse/activities/contact/case-note';
import type mongoose from 'mongoose';
import { appendInTransaction, inboxId } from './append-in-transaction.js';
import type { Collections } from './collections.js';

/** Puts each note into its case's inbox within the caller's transaction, in the order of the cases; the cases that have news of it. */
export async function tellCases(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  notes: readonly CaseNote[],
  wall: Date,
): Promise<string[]> {
  const news: string[] = [];
  for (const note of notes.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
    const { caseId, item } = note;
    if (await isEnough(collections, session, note)) continue;
    if ((await appendInTransaction(collections, session, caseId, item, wall)) === 'appended') news.push(caseId);
  }
  return news;
}

/** Two at once do not both find room: whoever appends writes the loan. */
async function isEnough(
  { inbox }: Collections,
  session: mongoose.mongo.ClientSession,
  { caseId, atMost }: CaseNote,
): Promise<boolean> {
  if (!atMost) return false;
  const $gte = inboxId(caseId, atMost.beneath);
  const told = { _id: { $gte, $lt: `${$gte}~` } };
  return (await inbox.countDocuments(told, { session, limit: atMost.items })) >= atMost.items;
}
