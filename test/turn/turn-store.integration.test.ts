import { collectionsOf } from '@recourse/infra/mongo/collections';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { afterAll, beforeAll, inject } from 'vitest';
import { turnStoreContract } from '../contracts/turn-store.contract.js';

let mongo: MongoConnection;
let nth = 0;
const databases: string[] = [];

beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'));
});
afterAll(async () => {
  for (const name of databases) await mongo.connection.useDb(name).db?.dropDatabase();
  await mongo.close();
});

turnStoreContract('the turn store on MongoDB', async () => {
  const name = `turn-store-${process.pid}-${++nth}`;
  databases.push(name);
  const { db } = mongo.connection.useDb(name);
  if (!db) throw new Error('no database');
  const collections = collectionsOf(db);
  await ensureIndexes(collections);
  const { tenants, loans, persons, inbox, acts, tasks, journal } = collections;
  const upsert = { upsert: true };
  return {
    store: mongoTurnStore(mongo.connection, collections),
    put: {
      tenant: async (record) => void (await tenants.replaceOne({ _id: record._id }, record, upsert)),
      loan: async (record) => void (await loans.replaceOne({ _id: record._id }, record, upsert)),
      person: async (record) => void (await persons.replaceOne({ _id: record._id }, record, upsert)),
      item: async (record) => void (await inbox.replaceOne({ _id: record._id }, record, upsert)),
      act: async (record) => void (await acts.replaceOne({ _id: record._id }, record, upsert)),
    },
    look: {
      loan: async (id) => (await loans.findOne({ _id: id })) ?? undefined,
      person: async (id) => (await persons.findOne({ _id: id })) ?? undefined,
      item: async (id) => (await inbox.findOne({ _id: id })) ?? undefined,
      task: async (id) => (await tasks.findOne({ _id: id })) ?? undefined,
      journal: async (caseId) =>
        (await journal
          .find({ caseId }, { projection: { _id: 0 } })
          .sort({ seq: 1 })
          .toArray()) as never,
    },
  };
});
