import { tenantKey } from '@recourse/domain/case/case-id';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import { findPerson } from './find-person.js';

type Told = { tenant: string; personId: string; item: NewInput };

/** Appends an item to the person's open cases but the one that tells; answers those that had not heard it yet. */
export async function tellPersonsCases(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  { tenant, personId, item }: Told,
  tellingCase: string,
  wall: Date,
): Promise<string[]> {
  const person = await findPerson(collections, session, tenant, personId);
  const loanKeys = (person?.loans ?? []).map((loanId) => tenantKey(tenant, loanId));
  if (loanKeys.length === 0) return [];
  const loans = await collections.loans
    .find({ _id: { $in: loanKeys } }, { session, projection: { openCase: 1 } })
    .sort({ _id: 1 })
    .toArray();
  const ring: string[] = [];
  for (const { openCase } of loans) {
    if (!openCase || openCase === tellingCase) continue;
    if ((await appendInTransaction(collections, session, openCase, item, wall)) === 'appended') ring.push(openCase);
  }
  return ring;
}
