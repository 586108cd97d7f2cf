import { randomUUID } from 'node:crypto';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { ContactStore } from '@recourse/activities/contact/contact-store';
import type { Collections } from '@recourse/infra/mongo/collections';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { tenant, ten } from './contact-records.js';
import { ingestUpToDate } from './ingest-up-to-date.js';

export type ContactMongo = {
  mongo: MongoConnection;
  collections: Collections;
  contacts: ContactStore;
  given(records: { loans?: LoanRecord[]; cases?: CollectionCase[]; persons?: PersonRecord[] }): Promise<void>;
  items(caseId: string): Promise<unknown[]>;
  close(): Promise<void>;
};

/** A database of its own with a tenant on a test clock and an ingest that is current; gone after `close`. */
export async function contactMongo(uri: string): Promise<ContactMongo> {
  const mongo = await connectMongo(uri, { dbName: `contact-${randomUUID().slice(0, 8)}` });
  const { collections, connection } = mongo;
  await ensureIndexes(collections);
  await collections.tenants.insertOne({ _id: tenant, clock: { kind: 'test', now: ten }, strategy: 'consumer-cn' });
  await ingestUpToDate(collections, new Date(Date.now() + 600_000));
  return {
    mongo,
    collections,
    contacts: mongoContactStore(mongo, () => new Date()),
    async given({ loans = [], cases = [], persons = [] }) {
      for (const loan of loans) await collections.loans.insertOne(loan);
      for (const kase of cases) await collections.cases.insertOne({ _id: kase.caseId, ...kase });
      for (const person of persons) await collections.persons.insertOne(person);
    },
    items: async (caseId) =>
      (await collections.inbox.find({ caseId }).sort({ n: 1 }).toArray()).map(({ input }) => input),
    async close() {
      await connection.dropDatabase();
      await mongo.close();
    },
  };
}
