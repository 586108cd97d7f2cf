import { tenantKey } from '@recourse/domain/case/case-id';
import { nowOf } from '@recourse/activities/clock/now-of';
import type { IntakeRead, IntakeStore, IntakeWrite } from '@recourse/activities/intake/intake-store';
import { eventItemId, type LoanEvent } from '@recourse/activities/intake/loan-event';
import { inNamesNow, personsNamed } from '@recourse/activities/intake/persons-named';
import { personsHeldBy } from '@recourse/activities/intake/person-event-hold';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type mongoose from 'mongoose';
import type { KeyRing } from '../keys/key-ring.js';
import { appendInTransaction, inboxRecord } from './append-in-transaction.js';
import { bringHistories } from './bring-history.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { mergesAmong } from './find-person.js';
import { mergePersons } from './merge-persons.js';
import { readMerging } from './read-merging.js';
import { clearParked } from './parked-store.js';
import { holdOnPerson, linkDebtor, loansOf } from './person-links.js';
import { readTogether } from './read-together.js';
import { inTransaction } from './transaction.js';

/** The intake of events over MongoDB. `keys`: without them no records can be merged. */
export function mongoIntakeStore(
  mongo: MongoConnection,
  wallClock: () => Date = () => new Date(),
  keys?: KeyRing,
): IntakeStore {
  const { connection, collections } = mongo;
  return {
    receive: (event, place, judge, redrive) =>
      inTransaction(connection, async (session) => {
        const wall = wallClock();
        const read = await load(mongo, session, event, wall);
        const judged = judge(read);
        if (judged.verdict === 'park') return { received: 'refused', because: judged.because };
        if (judged.verdict === 'accept') await write(mongo, session, judged.write, read, { wall, keys });
        if (redrive === undefined) {
          const loan = judged.verdict === 'accept' ? judged.write.loan : read.loan;
          return {
            received: judged.verdict === 'accept' ? 'accepted' : 'known',
            ring: judged.ring,
            unresolved: loan?.unresolved ?? [],
          };
        }
        const resolved = { status: 'redriven', by: redrive.actor, because: judged.verdict, at: read.now } as const;
        const ring = await clearParked(collections, session, redrive.parkedId, resolved, wall);
        return {
          received: judged.verdict === 'accept' ? 'accepted' : 'known',
          ring: [...new Set([...judged.ring, ...ring])],
          unresolved: [],
        };
      }),
  };
}

async function load(
  mongo: MongoConnection,
  session: mongoose.mongo.ClientSession,
  told: LoanEvent,
  wall: Date,
): Promise<IntakeRead> {
  const { tenant, loanId } = told;
  const found = await readTogether(mongo.collections, session, tenant, {
    loans: { from: 'loans', values: [tenantKey(tenant, loanId)] },
    events: { from: 'events', values: [tenantKey(tenant, eventItemId(told))] },
  });
  const loan = found?.loans[0];
  const sameEvent = found?.events[0];
  const merges = await mergesAmong(mongo.collections, session, tenant, personsNamed(told.fact, loan?.terms));
  const { fact } = inNamesNow(told, merges);
  const merging =
    fact.type === 'person-merged' ? await readMerging(mongo.collections, session, tenant, fact) : undefined;
  const samePayment =
    fact.type === 'payment-received'
      ? await mongo.collections.events.findOne({ tenant, paymentId: fact.paymentId }, { session })
      : null;
  const others = new Map<string, LoanRecord>();
  const concerned = [merging?.from, merging?.into].flatMap((person) => person?.personId ?? []);
  for (const personId of [...personsHeldBy(fact), ...concerned])
    for (const other of await loansOf(mongo, session, tenant, personId)) others.set(other._id, other);
  const debtors = (fact.type === 'dispute-raised' && loan?.terms?.debtors) || [];
  const concerns = [...personsHeldBy(fact), ...debtors.map(({ personId }) => personId)];
  const held = await whereaboutsOf(mongo, session, tenant, concerns);
  return {
    now: found ? nowOf(found.tenant, wall) : wall.toISOString(),
    wall,
    tenantKnown: found !== undefined,
    ...(loan ? { loan } : {}),
    ...(sameEvent ? { sameEvent } : {}),
    ...(samePayment ? { samePayment } : {}),
    loansOfPerson: [...others.values()].filter((other) => other.loanId !== loanId),
    ...(held && { held }),
    merges,
    ...(merging && { merging }),
  };
}

async function whereaboutsOf(
  { collections }: MongoConnection,
  session: mongoose.mongo.ClientSession,
  tenant: string,
  personIds: readonly string[],
): Promise<IntakeRead['held']> {
  if (personIds.length === 0) return undefined;
  const persons = await collections.persons
    .find({ _id: { $in: personIds.map((personId) => tenantKey(tenant, personId)) } }, { session })
    .project<Pick<PersonRecord, 'standing' | 'collectingParty'>>({ 'standing.places': 1, 'collectingParty.kind': 1 })
    .toArray();
  return {
    places: persons.flatMap(({ standing }) => standing?.places ?? []),
    agency: persons.some(({ collectingParty }) => collectingParty?.kind === 'agency'),
  };
}

/** Persons first, loans after: the order in which every transaction writes (design section 6). */
async function write(
  mongo: MongoConnection,
  session: mongoose.mongo.ClientSession,
  { loan, event, newDebtors, items, personHold, loanHolds = [], histories, merge }: IntakeWrite,
  read: IntakeRead,
  { wall, keys }: { wall: Date; keys: KeyRing | undefined },
): Promise<void> {
  const { collections } = mongo;
  for (const personId of newDebtors)
    await linkDebtor(mongo, session, { tenant: loan.tenant, personId, loanId: loan.loanId });
  if (personHold) await holdOnPerson(mongo, session, { tenant: loan.tenant, ...personHold });
  if (histories) await bringHistories(mongo, session, loan.tenant, histories);
  if (merge && !keys) throw new Error('merging two persons needs the key ring');
  const when = { at: read.now, wallAt: wall };
  const merges = merge && keys ? [await mergePersons(mongo, session, keys, { ...merge, ...when })] : [];
  // An event is in the inbox of a case only if it is among the events, and tells each loan one thing, unless it brings a history.
  const told = new Map(histories ? [] : items.map(({ caseId, item }) => [caseId, item]));
  const held = (each: LoanRecord): LoanRecord => {
    const placed = loanHolds.flatMap(({ loanId, hold }) => (loanId === each.loanId ? [hold] : []));
    return placed.length > 0 ? { ...each, holds: [...each.holds, ...placed] } : each;
  };
  const put = async (put: LoanRecord, before: LoanRecord | undefined): Promise<InboxRecord[]> => {
    const { openCase } = put;
    const item = openCase === undefined ? undefined : told.get(openCase);
    if (openCase === undefined || !item) {
      await putLoan(collections, session, put, before);
      return [];
    }
    const inboxSeq = put.inboxSeq + 1;
    await putLoan(collections, session, { ...put, inboxSeq }, before);
    return [inboxRecord(openCase, item, inboxSeq, wall)];
  };
  const appended = await put(held(inOneName(loan, merges)), read.loan);
  for (const other of read.loansOfPerson)
    appended.push(...(await put({ ...held(inOneName(other, merges)), order: other.order + 1 }, other)));
  await collections.events.insertOne(event, { session });
  if (appended.length > 0) await collections.inbox.insertMany(appended, { session });
  if (histories)
    for (const { caseId, item } of items) await appendInTransaction(collections, session, caseId, item, wall);
}

/** News of a person stands in the order of every loan of that person. */
async function putLoan(
  { loans }: Collections,
  session: mongoose.mongo.ClientSession,
  loan: LoanRecord,
  before: LoanRecord | undefined,
): Promise<void> {
  if (before === undefined) {
    await loans.insertOne(loan, { session });
    return;
  }
  const put = await loans.replaceOne({ _id: loan._id, order: before.order }, loan, { session });
  if (put.matchedCount !== 1) throw new Error(`loan ${loan._id} changed under its own snapshot`);
}
