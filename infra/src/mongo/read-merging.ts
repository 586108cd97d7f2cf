import type { Merging } from '@recourse/activities/people/judge-merge';
import { tenantKey } from '@recourse/domain/case/case-id';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { findPerson } from './find-person.js';

/** `from` as it stands, for it may be another's already; `into` whoever that names. */
export async function readMerging(
  collections: Pick<Collections, 'persons'>,
  session: mongoose.mongo.ClientSession | undefined,
  tenant: string,
  asked: { from: string; into: string },
): Promise<Merging> {
  const _id = tenantKey(tenant, asked.from);
  const from = await collections.persons.findOne({ _id }, session ? { session } : {});
  const into = await findPerson(collections, session, tenant, asked.into);
  return { ...(from && { from }), ...(into && { into }) };
}
