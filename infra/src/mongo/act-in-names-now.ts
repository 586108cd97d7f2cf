import type { ActRecord } from '@recourse/activities/records/act-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { mergesAmong } from './find-person.js';

/** An act as if it had been begun for the person who is known now by the id it names: its outcome is that person's. */
export async function actInNamesNow(
  collections: Pick<Collections, 'persons'>,
  session: mongoose.mongo.ClientSession,
  { personsMerged }: Pick<TenantRecord, 'personsMerged'>,
  act: ActRecord,
): Promise<ActRecord> {
  if (!personsMerged) return act;
  const named = [act.personId, act.about?.personId].filter((id) => id !== undefined);
  return inOneName(act, await mergesAmong(collections, session, act.tenant, named));
}
