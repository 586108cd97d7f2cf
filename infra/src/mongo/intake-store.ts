import { tenantKey } from '@recourse/domain/case/case-id';
import { nowOf } from '@recourse/activities/clock/now-of';
import type { IntakeRead, IntakeStore, IntakeWrite } from '@recourse/activities/intake/intake-store';
import { eventItemId, type LoanEvent } from '@recourse/activities/intake/loan-event';
import { personsHeldBy } from '@recourse/activities/intake/person-event-hold';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type mongoose from 'mongoose';
import { appendInTransaction } from './append-in-transaction.js';
import { bringHistories } from './bring-history.js';
import type { Collections } from './collections.js';
import type { MongoConnection } from './connect.js';
import { clearParked } from './parked-store.js';
import { holdOnPerson, linkDebtor, loansOf } from './person-links.js';
import { readTogether } from './read-together.js';
import { inTransaction } from './transaction.js';

/** The intake of events over MongoDB. */
export function mongoIntakeStore(mongo: MongoConnection, wallClock: () => Date = () => new Date()): IntakeStore {
  const { connection, collections } = mongo;
  return {
    receive: (event, place, judge, redrive) =>
      inTransaction(connection, async (session) => {
        const wall = wallClock();
        const read = await load(mongo, session, event, wall);
        const judged = judge(read);
        if (judged.verdict === 'park') return { received: 'refused', because: judged.because };
        if (judged.verdict === 'accept') await write(mongo, session, judged.write, read, wall);
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
  event: LoanEvent,
  wall: Date,
): Promise<IntakeRead> {
  const { tenant, loanId, fact } = event;
  const found = await readTogether(mongo.collections, session, tenant, {
    loans: { from: 'loans', values: [tenantKey(tenant, loanId)] },
    events: { from: 'events', values: [tenantKey(tenant, eventItemId(event))] },
  });
  const loan = found?.loans[0];
  const sameEvent = found?.events[0];
  const samePayment =
    fact.type === 'payment-received'
      ? await mongo.collections.events.findOne({ tenant, paymentId: fact.paymentId }, { session })
      : null;
  const others = new Map<string, LoanRecord>();
  for (const personId of personsHeldBy(fact))
    for (const other of await loansOf(mongo, session, tenant, personId)) others.set(other._id, other);
  return {
    now: found ? nowOf(found.tenant, wall) : wall.toISOString(),
    wall,
    tenantKnown: found !== undefined,
    ...(loan ? { loan } : {}),
    ...(sameEvent ? { sameEvent } : {}),
    ...(samePayment ? { samePayment } : {}),
    loansOfPerson: [...others.values()].filter((other) => other.loanId !== loanId),
  };
}

/** Persons first, loans after: the order in which every transaction writes (design section 6). */
async function write(
  mongo: MongoConnection,
  session: mongoose.mongo.ClientSession,
  { loan, event, newDebtors, items, personHold, histories }: IntakeWrite,
  read: IntakeRead,
  wall: Date,
): Promise<void> {
  const { collections } = mongo;
  for (const personId of newDebtors)
    await linkDebtor(mongo, session, { tenant: loan.tenant, personId, loanId: loan.loanId });
  if (personHold) await holdOnPerson(mongo, session, { tenant: loan.tenant, ...personHold });
  if (histories) await bringHistories(mongo, session, loan.tenant, histories);
  await putLoan(collections, session, loan, read.loan);
  for (const other of read.loansOfPerson) await countInOrder(collections, session, other);
  await collections.events.insertOne(event, { session });
  // An event is in the inbox of a case only if it is among the events, and tells each loan one thing, unless it brings a history.
  const told = new Map([loan, ...read.loansOfPerson].map((each) => [each.openCase, each]));
  for (const { caseId, item } of items)
    await appendInTransaction(
      collections,
      session,
      caseId,
      item,
      wall,
      histories ? undefined : { isThere: false, loan: told.get(caseId) },
    );
}

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

/** News of a person stands in the order of every loan of that person. */
async function countInOrder(
  { loans }: Collections,
  session: mongoose.mongo.ClientSession,
  { _id, order }: LoanRecord,
): Promise<void> {
  const counted = await loans.updateOne({ _id, order }, { $inc: { order: 1 } }, { session });
  if (counted.matchedCount !== 1) throw new Error(`loan ${_id} changed under its own snapshot`);
}
