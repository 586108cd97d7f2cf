import type { Merging } from '@recourse/activities/people/judge-merge';
import { mergeRecords } from '@recourse/activities/people/merge-records';
import { pointNames } from '@recourse/activities/people/point-names';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { Instant } from '@recourse/domain/calendar/instant';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type mongoose from 'mongoose';
import type { KeyRing } from '../keys/key-ring.js';
import { resealed } from '../people/resealed.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { mustMatch } from './must-match.js';
import { linksOf } from './person-links.js';

type Session = mongoose.mongo.ClientSession;
type Order = Required<Merging> & { at: Instant; wallAt: Date };

/**
 * Makes two records one, within the caller's transaction, and says under which names the one that is no more is known now. Written are both
 * persons, everybody related to the one that is no more, what was merged into it before, links and open tasks; loans are the caller's, after.
 * Whoever reads either person and writes it at the same time conflicts: before this it is the one, after it the other.
 */
export async function mergePersons(
  mongo: MongoConnection,
  session: Session,
  keys: KeyRing,
  { from, into, at, wallAt }: Order,
): Promise<PersonMerge> {
  const { tenant } = from;
  const names = pointNames(into.points, from.points);
  const merge: PersonMerge = { from: from.personId, into: into.personId, points: names };
  const points = resealed(keys, from, into, names);
  const handedOver = await handedOverBy(mongo.collections, session, { from, into });
  const both = mergeRecords(into, from, { names, resealed: points, handedOver, at, wallAt });
  const moved = { into: into.personId, points: names, at, wallAt };
  const written = [
    { ...both, version: into.version + 1 },
    nothingOfItsOwn(from, moved),
    ...(await movedAlong(mongo.collections, session, from, moved)),
    ...(await relatedTo(mongo.collections, session, merge, tenant)),
  ];
  for (const person of written.toSorted((a, b) => (a._id < b._id ? -1 : 1))) {
    const before = { _id: person._id, version: person.version - 1 };
    mustMatch(await mongo.collections.persons.replaceOne(before, person, { session }), person._id);
  }
  await mongo.collections.tenants.updateOne(
    { _id: tenant, personsMerged: { $exists: false } },
    { $set: { personsMerged: true } },
    { session },
  );
  await moveLinks(mongo, session, tenant, merge);
  await renameTasks(mongo.collections, session, tenant, merge);
  return merge;
}

/** The placements by which both have a collecting party, oldest first. */
async function handedOverBy(
  { acts }: Collections,
  session: Session,
  { from, into }: Required<Merging>,
): Promise<string[]> {
  const ids = [into, from].flatMap(({ collectingParty }) => collectingParty?.placementId ?? []);
  if (ids.length < 2) return ids;
  const found = await acts
    .find({ _id: { $in: ids } }, { session })
    .sort({ begunWallAt: 1 })
    .toArray();
  return found.map(({ _id }) => _id);
}

/** What is left of a record that is another's: its name. Without its key whatever was sealed under it is gone. */
const nothingOfItsOwn = (
  { _id, tenant, personId, language, version }: PersonRecord,
  merged: NonNullable<PersonRecord['merged']>,
): PersonRecord => ({
  _id,
  tenant,
  personId,
  language,
  wrappedKey: '',
  points: [],
  ledger: [],
  holds: [],
  loans: [],
  version: version + 1,
  merged,
});

/** Records merged into this one before lead to where it has gone, so that one step is always the last. */
async function movedAlong(
  { persons }: Collections,
  session: Session,
  { tenant, personId, records = [] }: PersonRecord,
  moved: NonNullable<PersonRecord['merged']>,
): Promise<PersonRecord[]> {
  const ids = records.flatMap((record) => (record.personId === personId ? [] : [tenantKey(tenant, record.personId)]));
  const found = ids.length > 0 ? await persons.find({ _id: { $in: ids } }, { session }).toArray() : [];
  return found.map((record) => {
    const before = Object.entries(record.merged?.points ?? {});
    const points = Object.fromEntries(before.map(([told, name]) => [told, moved.points[name] ?? name]));
    return { ...record, version: record.version + 1, merged: { ...moved, points } };
  });
}

async function relatedTo(
  { persons }: Collections,
  session: Session,
  merge: PersonMerge,
  tenant: string,
): Promise<PersonRecord[]> {
  const found = await persons.find({ 'relations.to': merge.from, tenant }, { session }).toArray();
  return found
    .filter(({ personId }) => personId !== merge.into && personId !== merge.from)
    .map(({ relations, records, ...person }) => ({
      ...person,
      ...inOneName({ ...(relations && { relations }), ...(records && { records }) }, [merge]),
      version: person.version + 1,
    }));
}

async function moveLinks(
  mongo: MongoConnection,
  session: Session,
  tenant: string,
  { from, into }: PersonMerge,
): Promise<void> {
  const links = linksOf(mongo);
  const before = await links.findOne({ _id: tenantKey(tenant, from) }, { session });
  if (!before) return;
  const change = { $set: { loans: [] }, $inc: { version: 1 } };
  mustMatch(await links.updateOne({ _id: before._id, version: before.version }, change, { session }), before._id);
  await links.updateOne(
    { _id: tenantKey(tenant, into) },
    {
      $addToSet: { loans: { $each: before.loans } },
      $inc: { version: 1 },
      $setOnInsert: { tenant, personId: into, waitingHolds: [] },
    },
    { session, upsert: true },
  );
}

/** What people have before them names the one there is now. */
async function renameTasks(
  { tasks }: Collections,
  session: Session,
  tenant: string,
  merge: PersonMerge,
): Promise<void> {
  const open = await tasks.find({ tenant, status: 'open', personId: merge.from }, { session }).toArray();
  for (const task of open) {
    const { _id, version } = task;
    const { personId, pointId } = inOneName(task, [merge]);
    const $set = { personId, ...(pointId !== undefined && { pointId }), version: version + 1 };
    mustMatch(await tasks.updateOne({ _id, version }, { $set }, { session }), _id);
  }
}
