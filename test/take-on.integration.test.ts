import { randomBytes, randomUUID } from 'node:crypto';
import type { InRecord } from '@recourse/activities/event-bus';
import type { PersonRow } from '@recourse/activities/people/person-store';
import { takeRecord } from '@recourse/activities/intake/take-record';
import type { TakenOn } from '@recourse/domain/case/taken-on';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { bringHistories } from '@recourse/infra/mongo/bring-history';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoIntakeStore } from '@recourse/infra/mongo/intake-store';
import { mongoParkedStore } from '@recourse/infra/mongo/parked-store';
import { personStore } from '@recourse/infra/mongo/person-store';
import { inTransaction } from '@recourse/infra/mongo/transaction';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { loanRecord } from './builders/loan-records.js';
import { takenOn } from './builders/taken-on.js';
import { takingPorts } from './contracts/intake-bench.js';

const now = '2026-02-11T01:00:00.000Z';
const keys = keyRing(randomBytes(32).toString('hex'));
let mongo: MongoConnection;

beforeEach(async () => {
  mongo = await connectMongo(inject('mongoUri'), { dbName: `take-on-${randomUUID().slice(0, 8)}` });
  await ensureIndexes(mongo.collections);
  await mongo.collections.tenants.insertOne({ _id: 'demo', clock: { kind: 'test', now }, strategy: 'consumer-cn' });
});
afterEach(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

const person: PersonRow = {
  personId: 'P1',
  zone: 'Asia/Shanghai',
  language: 'zh',
  points: [
    { pointId: 'P1-mobile', kind: 'mobile', value: '+8613900000001', source: 'application' },
    { pointId: 'P1-email', kind: 'email', value: 'p1@example.com', source: 'application' },
  ],
};
const loadPerson = () => personStore(mongo, keys, {}).load('demo', person);
const take = (...records: InRecord[]) => {
  const ports = takingPorts({ store: mongoIntakeStore(mongo), parked: mongoParkedStore(mongo) });
  return Promise.all(records.map((record) => takeRecord(ports, record)));
};
const event = (loan = 'L1', change: Partial<TakenOn> = {}): InRecord =>
  loanRecord({ name: 'loan-taken-on', id: `taken-on-${loan}`, loan, data: takenOn(change) });
const stored = async () => {
  const { persons, points, loans, events, inbox } = mongo.collections;
  return {
    person: await persons.findOne({ _id: 'demo/P1' }),
    points: await points.find().toArray(),
    loans: await loans.find().sort({ _id: 1 }).toArray(),
    events: await events.countDocuments(),
    inbox: (await inbox.find().sort({ _id: 1 }).toArray()).map(({ caseId, input }) => [caseId, input.kind]),
  };
};
const hold = (change: Partial<TakenOn['holds'][number]> = {}): TakenOn['holds'][number] => ({
  holdId: 'h1',
  reason: 'complaint',
  stops: ['contact', 'escalation'],
  from: '2026-02-01T00:00:00.000Z',
  ...change,
});

describe('taking a loan on, on MongoDB', () => {
  it('enters what others did into the ledgers of person and number at once', async () => {
    await loadPerson();

    await take(event());

    const { person: known, points } = await stored();
    expect(known).toMatchObject({ loans: ['L1'], ledger: [{ actId: 'taken-on/c-1', pointId: 'P1-mobile' }] });
    expect(points).toMatchObject([{ ledger: [{ actId: 'taken-on/c-1' }] }]);
    expect(known).not.toHaveProperty('ledgerKnownFrom');
  });

  it('of a person who comes later enters it when the person comes', async () => {
    await take(event('L1', { holds: [hold({ personId: 'P1' }), hold({ holdId: 'h2', pointId: 'P1-email' })] }));
    expect((await stored()).person).toBeNull();

    await loadPerson();
    await loadPerson();

    const { person: known, points } = await stored();
    expect(known?.ledger).toHaveLength(1);
    expect(known?.holds.map(({ id }) => id)).toEqual(['/servicing/test/taken-on-L1/hold/h1']);
    const [email] = points.filter(({ holds }) => holds.length > 0);
    expect(email?.holds.map(({ id }) => id)).toEqual(['/servicing/test/taken-on-L1/hold/h2']);
    expect(points.flatMap(({ ledger }) => ledger)).toHaveLength(1);
  });

  it('of a person whom no loan names fails: what was told would be lost', async () => {
    const history = { personId: 'P9', entries: [], holds: [], pointHolds: [] };

    const brought = inTransaction(mongo.connection, (session) => bringHistories(mongo, session, 'demo', [history]));

    await expect(brought).rejects.toThrow('demo/P9 is not as this transaction read it');
  });

  it('told twice, one after the other and both at once, counts once', async () => {
    await loadPerson();
    const record = event();

    await take(record, record);
    const once = await stored();
    await take(record);

    expect(once).toMatchObject({ events: 1, inbox: [['demo/L1/1', 'loan-event']], loans: [{ positionVersion: 1 }] });
    expect(once.person?.ledger).toHaveLength(1);
    expect(await stored()).toEqual(once);
  });

  it('without all contacts told counts the day as used up, for the person and every number', async () => {
    await loadPerson();
    const { contactsToldUntil: _, ...untold } = takenOn();

    await take(loanRecord({ name: 'loan-taken-on', id: 'taken-on-L1', data: untold }));

    const { person: known, points } = await stored();
    expect(known?.ledgerKnownFrom).toBe(now);
    expect(points.map(({ ledgerKnownFrom }) => ledgerKnownFrom)).toEqual([now, now]);
  });

  it('tells a hold on the person to the case of the other loan', async () => {
    await loadPerson();
    await take(event('L1'));

    await take(event('L2', { contacts: [], payments: [], arrearsTotal: 200_000, holds: [hold({ personId: 'P1' })] }));

    const { inbox, loans } = await stored();
    expect(inbox).toEqual([
      ['demo/L1/1', 'loan-event'],
      ['demo/L1/1', 'hold-reported'],
      ['demo/L2/1', 'loan-event'],
    ]);
    expect(loans.map(({ inboxSeq }) => inboxSeq)).toEqual([2, 1]);
  });

  it('is set aside when the loan is known, and holds it until somebody resolves it', async () => {
    await take(event('L1'));

    await take(loanRecord({ name: 'loan-taken-on', id: 'another', data: takenOn() }));

    const { loans, events } = await stored();
    expect(events).toBe(1);
    expect(loans[0]?.unresolved).toHaveLength(1);
  });
});
