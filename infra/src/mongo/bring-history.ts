import { tenantKey } from '@recourse/domain/case/case-id';
import { withHistory, type PersonHistory } from '@recourse/activities/intake/person-history';
import type { PersonRecord, PointOfPerson, PointRecord } from '@recourse/activities/records/person-record';
import type mongoose from 'mongoose';
import type { MongoConnection } from './connect.js';
import { mustMatch } from './must-match.js';
import { linksOf } from './person-links.js';

type Session = mongoose.mongo.ClientSession;

/**
 * Enters what was told of persons into their ledgers and those of their numbers, so that caps and holds bind at once; of a person not yet
 * known it waits for the person. Persons first, points after (design section 6). After `linkDebtor`, in the same transaction.
 */
export async function bringHistories(
  mongo: MongoConnection,
  session: Session,
  tenant: string,
  histories: readonly PersonHistory[],
): Promise<void> {
  const { persons } = mongo.collections;
  const known: { person: PersonRecord; history: PersonHistory }[] = [];
  for (const history of histories.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))) {
    const _id = tenantKey(tenant, history.personId);
    const person = await persons.findOne({ _id }, { session });
    if (person) {
      known.push({ person, history });
      const after = { ...withHistory(person, history), version: person.version + 1 };
      mustMatch(await persons.replaceOne({ _id, version: person.version }, after, { session }), _id);
    } else {
      const waits = { $push: { waitingHistories: history }, $inc: { version: 1 } };
      mustMatch(await linksOf(mongo).updateOne({ _id }, waits, { session }), _id);
    }
  }
  for (const { person, history } of known) await bringToPoints(mongo, session, person, history);
}

/** The part of a person's history that concerns the person's numbers and addresses. */
export async function bringToPoints(
  { collections: { points } }: MongoConnection,
  session: Session,
  { tenant, points: ofPerson }: Pick<PersonRecord, 'tenant' | 'points'>,
  history: PersonHistory,
): Promise<void> {
  for (const point of ofPerson.toSorted((a, b) => (a.blindIndex < b.blindIndex ? -1 : 1))) {
    const told = partFor(point, history);
    if (!told) continue;
    const { blindIndex } = point;
    const _id = tenantKey(tenant, blindIndex);
    const found = await points.findOne({ _id }, { session });
    const before: PointRecord = found ?? { _id, tenant, blindIndex, ledger: [], holds: [], version: 0 };
    const after = { ...withHistory(before, told), version: before.version + 1 };
    if (found) mustMatch(await points.replaceOne({ _id, version: before.version }, after, { session }), _id);
    else await points.insertOne(after, { session });
  }
}

function partFor({ pointId }: PointOfPerson, history: PersonHistory): PersonHistory | undefined {
  const entries = history.entries.filter((entry) => entry.pointId === pointId);
  const holds = history.pointHolds.filter((each) => each.pointId === pointId).map(({ hold }) => hold);
  const says = entries.length + holds.length > 0 || history.ledgerKnownFrom !== undefined;
  return says ? { ...history, entries, holds } : undefined;
}
