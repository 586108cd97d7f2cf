import { nowOf } from '@recourse/activities/clock/now-of';
import type { PersonRow, PersonStore } from '@recourse/activities/people/person-store';
import type { PersonRecord, PointOfPerson, RecordOfPerson } from '@recourse/activities/records/person-record';
import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import { tenantKey } from '@recourse/domain/case/case-id';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import { isRepresentative } from '@recourse/domain/contact/is-representative';
import type { NumberPrefixes } from '@recourse/domain/contact/zones-of-number';
import type { KeyRing } from '../keys/key-ring.js';
import { pointsOfRow } from '../people/points-of-row.js';
import { toldOf, type ToldOfPerson } from '../people/told-of.js';
import { toldUnder } from '@recourse/activities/people/told-under';
import { withHistory } from '@recourse/activities/intake/person-history';
import { appendInTransaction } from './append-in-transaction.js';
import type mongoose from 'mongoose';
import { bringToPoints } from './bring-history.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { findPerson, mergesAmong } from './find-person.js';
import { linksOf } from './person-links.js';
import { inTransaction } from './transaction.js';

/** Persons over MongoDB; contact values are sealed before they leave this process. `prefixes`: what a number says of a zone. */
export function personStore(
  mongo: MongoConnection,
  keys: KeyRing,
  prefixes: NumberPrefixes,
  wall: () => Date = () => new Date(),
): PersonStore {
  const { connection, collections } = mongo;
  return {
    load: (tenant, asked) =>
      inTransaction(connection, async (session) => {
        const known = (await findPerson(collections, session, tenant, asked.personId)) ?? null;
        const { personId } = known ?? asked;
        const _id = tenantKey(tenant, personId);
        const debtors = asked.relations?.map(({ to }) => to) ?? [];
        const row = inOneName(asked, await mergesAmong(collections, session, tenant, debtors));
        const owner = await collections.tenants.findOne({ _id: tenant }, { session });
        if (!owner) throw new Error(`unknown tenant ${tenant}`);
        const links = await linksOf(mongo).findOne({ _id }, { session });
        const wrappedKey = known?.wrappedKey ?? keys.newPersonKey({ tenant, personId });
        const of = { tenant, personId, wrappedKey };
        const { sealed: points, names } = pointsOfRow(keys, of, row, known ?? undefined, prefixes);
        const sealed = points.map((point) => stillInvalid(point, known));
        const before = known?.records?.find((record) => record.personId === asked.personId)?.told ?? known ?? undefined;
        const wallNow = wall();
        const at = nowOf(owner, wallNow);
        const told = toldOf(row, before, at);
        if (known && before && isSame(known, before, row, sealed, told)) return { loaded: 'same', ring: [] };

        const loans = [...new Set([...(known?.loans ?? []), ...(links?.loans ?? [])])].sort();
        const histories = links?.waitingHistories ?? [];
        const read: PersonRecord = {
          ...(known ?? { _id, tenant, personId, ledger: [] }),
          ...told,
          language: known && asked.personId !== personId ? known.language : row.language,
          wrappedKey,
          points: [
            ...(known?.points ?? []).filter(({ pointId }) => !sealed.some((point) => point.pointId === pointId)),
            ...sealed,
          ],
          holds: [...(known?.holds ?? []), ...(links?.waitingHolds ?? [])],
          loans,
          version: (known?.version ?? 0) + 1,
          ...(row.zone ? { zone: row.zone } : {}),
        };
        const zone = row.zone ?? before?.zone;
        const under = { told: { ...told, ...(zone && { zone }) }, names, points: read.points };
        const person = histories.reduce(withHistory, read.records ? toldUnder(read, asked.personId, under) : read);
        await collections.persons.replaceOne({ _id }, person, { session, upsert: true });
        for (const history of histories) await bringToPoints(mongo, session, person, history);
        await linksOf(mongo).updateOne(
          { _id },
          {
            $set: { waitingHolds: [], waitingHistories: [] },
            $inc: { version: 1 },
            $setOnInsert: { tenant, personId, loans: [] },
          },
          { session, upsert: true },
        );

        const ring: string[] = [];
        const waiting = await loansWaitingFor(collections, session, person);
        for (const loanId of new Set([...loans, ...waiting])) {
          const loan = await collections.loans.findOne(
            { _id: tenantKey(tenant, loanId) },
            { session, projection: { openCase: 1 } },
          );
          if (!loan?.openCase) continue;
          const itemId = `person-known/${personId}/${person.version}`;
          await appendInTransaction(
            collections,
            session,
            loan.openCase,
            { kind: 'person-known', itemId, at, personId },
            wallNow,
          );
          ring.push(loan.openCase);
        }
        return { loaded: known ? 'changed' : 'new', ring };
      }),
  };
}

/** Loans of debtors in whose place the person may be spoken to: their cases may wait for just that. */
async function loansWaitingFor(
  { persons }: Collections,
  session: mongoose.mongo.ClientSession,
  { tenant, relations = [] }: PersonRecord,
): Promise<string[]> {
  const debtors = relations.filter(({ role }) => isRepresentative(role)).map(({ to }) => tenantKey(tenant, to));
  if (debtors.length === 0) return [];
  const found = await persons.find({ _id: { $in: debtors } }, { session, projection: { loans: 1 } }).toArray();
  return found.flatMap(({ loans }) => loans).toSorted();
}

/** What was found to reach nobody stays so, until it is verified anew or has another value. */
function stillInvalid(point: PointOfPerson, known: PersonRecord | null): PointOfPerson {
  const before = known?.points.find(
    ({ pointId, blindIndex }) => pointId === point.pointId && blindIndex === point.blindIndex,
  );
  const since = before?.invalidSince;
  return since === undefined || (point.verifiedOn ?? '') > since ? point : { ...point, invalidSince: since };
}

/** A value sealed again looks different every time: equal values are known by their blind index. */
function isSame(
  known: PersonRecord,
  before: RecordOfPerson['told'],
  row: PersonRow,
  sealed: readonly PointOfPerson[],
  told: ToldOfPerson,
): boolean {
  const facts = ({
    kind,
    blindIndex,
    verifiedOn,
    recordedOn,
    source,
    placeType,
    foundBy,
    zones,
  }: PointOfPerson): string =>
    JSON.stringify([kind, blindIndex, verifiedOn, recordedOn, source, placeType, foundBy, zones]);
  const equal = sealed.every((point) =>
    known.points.some((each) => each.pointId === point.pointId && facts(each) === facts(point)),
  );
  const { addressZone, standing, relations } = before;
  const same = canonicalJson({ addressZone, standing, relations }) === canonicalJson(told);
  const sameLanguage = row.personId !== known.personId || known.language === row.language;
  return equal && same && sameLanguage && before.zone === row.zone;
}
