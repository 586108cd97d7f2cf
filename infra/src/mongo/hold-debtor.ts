import type { Hold } from '@recourse/domain/holds/hold';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { findPerson } from './find-person.js';
import { mustMatch } from './must-match.js';

/** Places the holds that somebody's word puts on the debtor it is about. Undefined: there are none, or we have no record of the debtor. */
export async function holdDebtor(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  { tenant, about }: ActRecord,
  holds: readonly Hold[],
): Promise<PersonRecord | undefined> {
  const own = holds.filter(({ scope }) => 'person' in scope && scope.person === about?.personId);
  if (!about || own.length === 0) return undefined;
  const debtor = await findPerson(collections, session, tenant, about.personId);
  if (!debtor) return undefined;
  const { _id, version } = debtor;
  const placed = own.filter(({ id }) => !debtor.holds.some((hold) => hold.id === id));
  const change = { $set: { holds: [...debtor.holds, ...placed], version: version + 1 } };
  mustMatch(await collections.persons.updateOne({ _id, version }, change, { session }), _id);
  return debtor;
}
