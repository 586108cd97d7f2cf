import type { Terms } from '@recourse/domain/case/terms';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { flippedAllocations } from '@recourse/infra/mongo/flipped-allocations';
import { readLaw } from '@recourse/infra/policies/read-law';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { testTerms } from './builders/case-world.js';
import { aLoan, told } from './builders/turn-records.js';

const { law } = readLaw(fileURLToPath(new URL('../policies', import.meta.url)));
const tenant = 'flipped';
const at = '2026-05-01T02:00:00.000Z';

let mongo: MongoConnection;
beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'), { dbName: `flipped-${process.pid}` });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

/** A loan unpaid since 1 January, of which something came on a day. */
const paidOn = (loanId: string, terms: Terms, valueDate: string) => {
  const missed: LoanFact = {
    eventId: 'm',
    occurredAt: at,
    type: 'instalment-missed',
    terms,
    instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 100_000, interest: 5_000 } },
    asOf: '2026-01-02',
    arrearsTotal: 105_000,
    outstandingTotal: 1_000_000,
  };
  const paid: LoanFact = {
    eventId: 'p',
    occurredAt: at,
    type: 'payment-received',
    paymentId: `${loanId}-p`,
    amount: 1_000,
    currency: 'CNY',
    valueDate,
    receivedAt: at,
    method: 'transfer',
    payer: 'debtor',
  };
  return told(told(aLoan(tenant, loanId, terms), missed).loan, paid).loan;
};

test('a loan whose money flipped by law alone is counted; one paid before its day, and one that no order flips, are not', async () => {
  const card = { ...testTerms, product: 'card-instalment' };
  const byLaw = termsByLaw(law, card, '2026-01-02');
  if (!byLaw) throw new Error('the law flips card loans');
  await mongo.collections.loans.insertMany([
    paidOn('late', { ...card, byLaw }, '2026-04-20'),
    paidOn('early', { ...card, byLaw }, '2026-02-20'),
    paidOn('cash', testTerms, '2026-04-20'),
  ]);

  expect(await flippedAllocations(mongo.collections, tenant)).toBe(1);
});
