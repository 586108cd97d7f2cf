import { randomBytes, randomUUID } from 'node:crypto';
import { takeRecord as takeOnce } from '@recourse/activities/intake/take-record';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { Busy } from '@recourse/infra/mongo/busy';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoIntakeStore } from '@recourse/infra/mongo/intake-store';
import { mongoParkedStore } from '@recourse/infra/mongo/parked-store';
import { personStore } from '@recourse/infra/mongo/person-store';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loanRecord, missed, paid, terms } from './builders/loan-records.js';
import { takingPorts } from './contracts/intake-bench.js';

let mongo: MongoConnection;
let ports: ReturnType<typeof takingPorts>;

beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'), { dbName: `races-${randomUUID().slice(0, 8)}` });
  await ensureIndexes(mongo.collections);
  await mongo.collections.tenants.insertOne({
    _id: 'demo',
    clock: { kind: 'test', now: '2026-02-01T00:00:00.000Z' },
    strategy: 'consumer-cn',
  });
  ports = takingPorts({ store: mongoIntakeStore(mongo), parked: mongoParkedStore(mongo) });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

/** As ingest does: a record that met with trouble is handed in again, so a machine with much to do makes it late, not wrong. */
const takeRecord: typeof takeOnce = async (given, record) => {
  for (;;)
    try {
      return await takeOnce(given, record);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
    }
};

const orderOf = (loanId: string) => mongo.collections.loans.findOne({ _id: `demo/${loanId}` });

describe('at the same time', () => {
  test('payments taken by several processes after a rebalance each count and each have their place', async () => {
    await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed() }));
    const payments = Array.from({ length: 8 }, (_, n) =>
      loanRecord({ name: 'payment-received', data: paid(`p-${n}`, 100) }),
    );

    await Promise.all([...payments, ...payments].map((record) => takeRecord(ports, record)));

    const loan = await orderOf('L1');
    expect(loan?.position.payments).toHaveLength(8);
    expect(loan).toMatchObject({ order: 9, positionVersion: 9, inboxSeq: 9 });
    const orders = await mongo.collections.events.find({ loanId: 'L1' }).sort({ order: 1 }).toArray();
    expect(orders.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('a person loaded while ingest learns of the loan ends up linked, and a death heard meanwhile holds', async () => {
    const persons = personStore(mongo, keyRing(randomBytes(32).toString('hex')), {});
    for (let n = 0; n < 8; n += 1) {
      const personId = `R${n}`;
      const row = { personId, zone: 'Asia/Shanghai', language: 'zh', points: [] };
      const data = missed(1, { terms: { ...terms, debtors: [{ personId, role: 'borrower' }] } });
      const loan = `race-${n}`;

      await Promise.all([
        persons.load('demo', row),
        takeRecord(ports, loanRecord({ name: 'instalment-missed', data, loan })),
        takeRecord(ports, loanRecord({ name: 'person-died', data: { personId }, loan: `${loan}-b` })),
      ]);

      const person = await mongo.collections.persons.findOne({ _id: `demo/${personId}` });
      expect(person?.loans).toEqual([loan]);
      expect(person?.holds.map(({ reason }) => reason)).toEqual(['death']);
    }
  });

  test('a poison event parked while payments come in leaves both', async () => {
    await takeRecord(ports, loanRecord({ name: 'instalment-missed', data: missed(), loan: 'L9' }));

    await Promise.all([
      takeRecord(ports, loanRecord({ name: 'payment-received', data: {}, loan: 'L9' })),
      ...[1, 2, 3].map((n) =>
        takeRecord(ports, loanRecord({ name: 'payment-received', data: paid(`q-${n}`, 1), loan: 'L9' })),
      ),
    ]);

    const loan = await orderOf('L9');
    expect(loan?.unresolved).toHaveLength(1);
    expect(loan).toMatchObject({ order: 5, inboxSeq: 5, position: { payments: [{}, {}, {}] } });
  });
});
