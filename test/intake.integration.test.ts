import { randomUUID } from 'node:crypto';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoIntakeStore } from '@recourse/infra/mongo/intake-store';
import { mongoParkedStore } from '@recourse/infra/mongo/parked-store';
import { linksOf } from '@recourse/infra/mongo/person-links';
import { inject } from 'vitest';
import type { IntakeBench } from './contracts/intake-bench.js';
import { intakeContract } from './contracts/intake.contract.js';

/** A database of its own, gone afterwards. */
async function mongoBench(): Promise<IntakeBench> {
  const mongo = await connectMongo(inject('mongoUri'), { dbName: `intake-${randomUUID().slice(0, 8)}` });
  const { collections } = mongo;
  await ensureIndexes(collections);
  return {
    store: mongoIntakeStore(mongo),
    parked: mongoParkedStore(mongo),
    givenTenant: async (tenant, now) => {
      await collections.tenants.replaceOne(
        { _id: tenant },
        { clock: { kind: 'test', now }, strategy: 'consumer-cn' },
        { upsert: true },
      );
    },
    givenPerson: async (tenant, personId) => {
      const _id = `${tenant}/${personId}`;
      await collections.persons.insertOne({
        _id,
        tenant,
        personId,
        language: 'zh',
        wrappedKey: '',
        points: [],
        ledger: [],
        holds: [],
        loans: [],
        version: 1,
      });
    },
    loan: async (tenant, loanId) => (await collections.loans.findOne({ _id: `${tenant}/${loanId}` })) ?? undefined,
    events: (tenant) => collections.events.find({ tenant }).toArray(),
    inbox: async (caseId) =>
      (await collections.inbox.find({ caseId }).sort({ n: 1 }).toArray()).map(({ input }) => input),
    person: async (tenant, personId) =>
      (await collections.persons.findOne({ _id: `${tenant}/${personId}` })) ?? undefined,
    documents: async () => {
      const counts = await Promise.all(
        [collections.loans, collections.events, collections.parked, collections.inbox].map((each) =>
          each.countDocuments(),
        ),
      );
      return counts.reduce((sum, count) => sum + count, await linksOf(mongo).countDocuments());
    },
    close: async () => {
      await mongo.connection.dropDatabase();
      await mongo.close();
    },
  };
}

intakeContract('The intake on MongoDB', mongoBench);
