import { mergeOf, mergesOf } from '@recourse/activities/people/merges-of';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Session = mongoose.mongo.ClientSession;
type Persons = Pick<Collections, 'persons'>;

/**
 * Whoever an id names now: a record that was merged into another is that other. The one place where persons are looked up by id.
 * Undefined: nobody we know.
 */
export async function findPerson(
  { persons }: Persons,
  session: Session | undefined,
  tenant: string,
  personId: string,
): Promise<PersonRecord | undefined> {
  const found = await persons.findOne({ _id: tenantKey(tenant, personId) }, session ? { session } : {});
  return followed({ persons }, session, found ?? undefined);
}

/** A record as it was read, or the one it is part of now. */
export async function followed(
  { persons }: Persons,
  session: Session | undefined,
  found: PersonRecord | undefined,
): Promise<PersonRecord | undefined> {
  if (!found?.merged) return found;
  const { tenant, merged } = found;
  // Whoever merged `into` on moved this record along in the same transaction: one step is always the last.
  return (await persons.findOne({ _id: tenantKey(tenant, merged.into) }, session ? { session } : {})) ?? undefined;
}

/** Whoever these ids name now, each once, and the names by which any of them was known before. */
export async function findPersons(
  { persons }: Persons,
  session: Session | undefined,
  tenant: string,
  personIds: readonly string[],
): Promise<{ people: PersonRecord[]; merges: PersonMerge[] }> {
  return inNamesOfNow({ persons }, session, tenant, await among({ persons }, session, tenant, [...new Set(personIds)]));
}

/** Records as they were read, or those they are part of now, each once, and the names by which any of them was known before. */
export async function inNamesOfNow(
  { persons }: Persons,
  session: Session | undefined,
  tenant: string,
  found: readonly PersonRecord[],
): Promise<{ people: PersonRecord[]; merges: PersonMerge[] }> {
  const here = found.filter(({ merged }) => !merged);
  const away = [...new Set(found.flatMap(({ merged }) => merged?.into ?? []))];
  const missing = away.filter((id) => !here.some(({ personId }) => personId === id));
  const people = [...here, ...(missing.length > 0 ? await among({ persons }, session, tenant, missing) : [])];
  return {
    people,
    merges: [
      ...new Map([...people.flatMap(mergesOf), ...found.flatMap(mergeOf)].map((each) => [each.from, each])).values(),
    ],
  };
}

const among = (
  { persons }: Persons,
  session: Session | undefined,
  tenant: string,
  ids: readonly string[],
): Promise<PersonRecord[]> =>
  persons.find({ _id: { $in: ids.map((id) => tenantKey(tenant, id)) } }, session ? { session } : {}).toArray();

/** Which of these ids are of records that were merged, and into whom; brings none of the persons' own data. */
export async function mergesAmong(
  { persons }: Persons,
  session: Session | undefined,
  tenant: string,
  personIds: readonly string[],
): Promise<PersonMerge[]> {
  if (personIds.length === 0) return [];
  const ids = [...new Set(personIds)].map((id) => tenantKey(tenant, id));
  const found = await persons
    .find({ _id: { $in: ids } }, session ? { session } : {})
    .project<Pick<PersonRecord, 'personId' | 'merged'>>({ _id: 0, personId: 1, merged: 1 })
    .toArray();
  return found.flatMap(mergeOf);
}
