import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { Input, NewInput } from '@recourse/domain/case/case-inputs';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

/** What appending rests on, as the caller's transaction sees it. `loan`: the case's; nothing of it may have been appended to since. */
export type AppendRead = { isThere: boolean; loan: Pick<LoanRecord, 'openCase' | 'inboxSeq'> | undefined };

export const inboxId = (caseId: string, itemId: string): string => `${caseId}/${itemId}`;

/**
 * Puts an item into a case's inbox within the caller's transaction: the only way in (design section 4).
 * The item's place `n` is the loan's next `inboxSeq`. Because the loan is written, a turn that closes the case at the same time
 * conflicts: one of the two is told. The same item twice is `known` and writes nothing; `case-closed` writes nothing either.
 * `read`: what a caller has read of it already in the same transaction.
 */
export async function appendInTransaction(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  caseId: string,
  item: NewInput,
  wall: Date,
  read?: AppendRead,
): Promise<'appended' | 'known' | 'case-closed'> {
  const { tenant, loanId } = readCaseId(caseId);
  const _id = inboxId(caseId, item.itemId);
  const loanKey = tenantKey(tenant, loanId);
  const { isThere, loan } = read ?? (await readForAppend(collections, session, _id, loanKey));
  if (isThere) return 'known';
  if (loan?.openCase !== caseId) return 'case-closed';
  const n = loan.inboxSeq + 1;
  const moved = await collections.loans.updateOne(
    { _id: loanKey, openCase: caseId, inboxSeq: loan.inboxSeq },
    { $set: { inboxSeq: n } },
    { session },
  );
  if (moved.matchedCount !== 1) throw new Error(`loan ${loanKey} changed under its own snapshot`);
  await collections.inbox.insertOne(inboxRecord(caseId, item, n, wall), { session });
  return 'appended';
}

/** An item as the inbox keeps it at its place `n`, which the case's loan has counted. */
export const inboxRecord = (caseId: string, item: NewInput, n: number, wall: Date): InboxRecord => ({
  _id: inboxId(caseId, item.itemId),
  tenant: readCaseId(caseId).tenant,
  caseId,
  n,
  input: { ...item, n } as Input,
  consumed: false,
  appendedWallAt: wall,
});

async function readForAppend(
  { inbox, loans }: Collections,
  session: mongoose.mongo.ClientSession,
  _id: string,
  loanKey: string,
): Promise<AppendRead> {
  const isThere = (await inbox.findOne({ _id }, { session, projection: { _id: 1 } })) !== null;
  if (isThere) return { isThere, loan: undefined };
  const loan = await loans.findOne({ _id: loanKey }, { session, projection: { openCase: 1, inboxSeq: 1 } });
  return { isThere, loan: loan ?? undefined };
}
