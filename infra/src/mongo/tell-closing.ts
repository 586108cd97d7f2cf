import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { tenantKey } from '@recourse/domain/case/case-id';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';

/**
 * Tells a case that its loan was closed while the loan knew no open case. Money, terms and holds a turn reads from the loan itself; a closing
 * it hears of only through its inbox.
 */
export async function tellClosing(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  { caseId, tenant, loanId, endsAs }: CollectionCase,
  wall: Date,
): Promise<void> {
  const loan = await collections.loans.findOne({ _id: tenantKey(tenant, loanId) }, { session });
  if (!loan?.closed || endsAs) return;
  const [last] = await collections.events
    .find({ tenant, loanId, type: 'loan-closed' }, { session })
    .sort({ order: -1 })
    .limit(1)
    .toArray();
  if (!last || last.caseId !== undefined) return;
  const itemId = last._id.slice(tenantKey(tenant, '').length);
  const { at: occurredAt, reason } = loan.closed;
  const event = {
    type: 'loan-closed' as const,
    eventId: itemId.slice(itemId.lastIndexOf('/') + 1),
    occurredAt,
    reason,
  };
  const item = { kind: 'loan-event' as const, itemId, at: last.acceptedAt, event };
  await appendInTransaction(collections, session, caseId, item, wall);
  await collections.events.updateOne({ _id: last._id }, { $set: { caseId } }, { session });
}
