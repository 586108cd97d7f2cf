import { askLawOfKnown } from '@recourse/activities/intake/ask-law-of-known';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoKnownBeforeStore } from '@recourse/infra/mongo/known-before-store';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { testTerms } from './builders/case-world.js';
import { aLoan, aPerson, aTenant, told } from './builders/turn-records.js';

const policies = loadPolicies(fileURLToPath(new URL('../policies', import.meta.url)));
const tenant = 'known';
const taken = '2026-01-02T02:00:00.000Z';
const terms = { ...testTerms, product: 'card-instalment' };
const missed: LoanFact = {
  eventId: '/s/e1',
  occurredAt: taken,
  type: 'instalment-missed',
  terms,
  instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 100_000 } },
  asOf: '2026-01-02',
  arrearsTotal: 100_000,
  outstandingTotal: 1_000_000,
};
const never = new AbortController().signal;

let mongo: MongoConnection;
beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'), { dbName: `known-${process.pid}` });
  await ensureIndexes(mongo.collections);
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

test('the case of a loan known before is rung, states what the law makes of its terms, and plans on the new position; once', async () => {
  const { tenants, loans, persons, inbox, events, journal } = mongo.collections;
  await tenants.insertOne(aTenant(tenant, '2026-01-03T02:00:00.000Z'));
  await persons.insertOne(aPerson(tenant, 'p1', ['loan-1']));
  const { loan, item } = told(aLoan(tenant, 'loan-1', terms), missed);
  await loans.insertOne(loan);
  await inbox.insertOne(item);
  await events.insertOne({
    _id: `${tenant}//s/e1`,
    tenant,
    loanId: 'loan-1',
    type: 'instalment-missed',
    contentHash: '0',
    order: 1,
    positionVersion: 1,
    acceptedAt: taken,
    acceptedWallAt: new Date(),
    topic: 't',
    partition: 0,
    offset: '1',
  });
  const caseId = `${tenant}/loan-1/1`;
  const rung: string[] = [];
  const doorbell = { ring: async (id: string) => void rung.push(id) };
  const turnStore = mongoTurnStore(mongo.connection, mongo.collections);
  const takeTurn = createTakeTurn({ turnStore, policies, doorbell });
  await takeTurn({ caseId });
  const ask = () => askLawOfKnown({ store: mongoKnownBeforeStore(mongo), doorbell }, policies.law, never);

  expect(await ask()).toBe(1);
  expect(rung).toEqual([caseId]);
  expect(await loans.findOne({ _id: loan._id })).toMatchObject({ lawOn: '2026-01-02', positionVersion: 2 });
  const before = await journal.countDocuments({ caseId });
  await takeTurn({ caseId });

  const stated = await journal
    .find({ caseId, seq: { $gt: before } })
    .sort({ seq: 1 })
    .toArray();
  expect(stated.map(({ fact }) => fact)).toMatchObject([
    { type: 'terms-noted', onlyLaw: true, terms: { byLaw: { rules: ['CN-ALLOC-2', 'CN-ALLOC-3'] } } },
    { type: 'position-noted', positionVersion: 2 },
    { type: 'step-planned', plan: { readPosition: 2 } },
  ]);
  expect(await ask()).toBe(0);
  await takeTurn({ caseId });
  expect(await journal.countDocuments({ caseId })).toBe(before + 3);
});
