import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { Input, NewInput } from '@recourse/domain/case/case-inputs';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

/**
 * Puts an item into a case's inbox within the caller's transaction: the only way in (design section 4).
 * The item's place `n` is the loan's next `inboxSeq`. Because the loan is written, a turn that closes the case at the same time
 * conflicts: one of the two is told. The same item twice is `known` and writes nothing; `case-closed` writes nothing either.
 */
export async function appendInTransaction(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  caseId: string,
  item: NewInput,
  wall: Date,
): Promise<'appended' | 'known' | 'case-closed'> {
  const { tenant, loanId } = readCaseId(caseId);
  const _id = `${caseId}/${item.itemId}`;
  if (await collections.inbox.findOne({ _id }, { session, projection: { _id: 1 } })) return 'known';

  const loanKey = tenantKey(tenant, loanId);
  const loan = await collections.loans.findOne({ _id: loanKey }, { session, projection: { openCase: 1, inboxSeq: 1 } });
  if (loan?.openCase !== caseId) return 'case-closed';
  const n = loan.inboxSeq + 1;
  const moved = await collections.loans.updateOne(
    { _id: loanKey, openCase: caseId, inboxSeq: loan.inboxSeq },
    { $set: { inboxSeq: n } },
    { session },
  );
  if (moved.matchedCount !== 1) throw new Error(`loan ${loanKey} changed under its own snapshot`);
  await collections.inbox.insertOne(
    { _id, tenant, caseId, n, input: { ...item, n } as Input, consumed: false, appendedWallAt: wall },
    { session },
  );
  return 'appended';
}
