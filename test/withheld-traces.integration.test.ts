import { randomUUID } from 'node:crypto';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { withheldTraces } from '@recourse/infra/mongo/withheld-traces';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const tenant = `w${randomUUID().slice(0, 8)}`;
let mongo: MongoConnection;

beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'), { dbName: `traces-${tenant}` });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

const at = '2026-01-06T14:30:00.000Z';
const answers = [{ rule: 'CN-TIME-1', version: 'cn@1#0', verdict: 'defer', inputs: {}, until: at, citation: 'c' }];

test('what the gate said is read of contacts of the tenant that did not begin, where it was asked', async () => {
  const entry = (caseId: string, seq: number, type: string, outcome: object): JournalEntry =>
    ({ caseId, seq, fact: { type, outcome }, hash: '', prevHash: '' }) as unknown as JournalEntry;
  const own = `${tenant}/L1/1`;
  await mongo.collections.journal.insertMany(
    [
      entry(own, 1, 'contact-withheld', { gate: { at, answers } }),
      entry(own, 2, 'contact-withheld', { result: 'superseded' }),
      entry(own, 3, 'contact-concluded', { gate: { at, answers } }),
      entry(`${tenant}2/L1/1`, 1, 'contact-withheld', { gate: { at, answers } }),
    ].map((each) => ({ _id: `${each.caseId}/${each.seq}`, ...each })) as never,
  );

  expect(await withheldTraces(mongo.collections, tenant)).toEqual([{ answers }]);
});
