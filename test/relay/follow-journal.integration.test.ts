import { setTimeout as pause } from 'node:timers/promises';
import { followJournal } from '@recourse/activities/relay/follow-journal';
import { sealEntry } from '@recourse/domain/audit/journal-hash';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { unopened } from '@recourse/domain/case/evolve';
import { collectionsOf, type Collections } from '@recourse/infra/mongo/collections';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoRelayStore } from '@recourse/infra/mongo/relay-store';
import { mongoSweepStore } from '@recourse/infra/mongo/sweep-store';
import { inTransaction } from '@recourse/infra/mongo/transaction';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';

let mongo: MongoConnection;
let collections: Collections;
let nth = 0;
let published: string[] = [];
const databases: string[] = [];

beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'));
});
beforeEach(async () => {
  const name = `relay-${process.pid}-${++nth}`;
  databases.push(name);
  collections = collectionsOf(mongo.connection.useDb(name).db as never);
  await ensureIndexes(collections);
  published = [];
});
afterEach(() => Promise.all(running.splice(0).map((relay) => relay.stop())));
afterAll(async () => {
  for (const name of databases) await mongo.connection.useDb(name).db?.dropDatabase();
  await mongo.close();
});

const running: { stop(): Promise<void> }[] = [];

/** A relay that notes what it publishes; `publish` may be made to fail. */
const relay = (publish: (ids: string[]) => Promise<void> = async () => undefined) => {
  const stopping = new AbortController();
  const store = mongoRelayStore(collections);
  const done = followJournal(
    {
      store,
      async publish(entries) {
        const ids = entries.map(({ caseId, seq }) => `${caseId}/${seq}`);
        await publish(ids);
        published.push(...ids);
      },
    },
    stopping.signal,
  );
  done.catch(() => undefined); // it may fail before the test comes to look
  const relaying = {
    done,
    async stop() {
      stopping.abort();
      await done.catch(() => undefined);
    },
  };
  running.push(relaying);
  return relaying;
};

/** A case writes entries up to `seq`, as a turn does: journal and case in one transaction. */
const write = async (caseId: string, from: number, seq: number): Promise<void> => {
  const entries: JournalEntry[] = [];
  for (let n = from; n <= seq; n++) {
    const fact = {
      v: 1 as const,
      at: '2026-01-02T02:00:00.000Z',
      cause: 'clock',
      type: 'input-noted' as const,
      kind: 'review',
    };
    entries.push(sealEntry({ caseId, seq: n, fact, consumedThrough: 1, actor: 'case', prevHash: '' }));
  }
  await inTransaction(mongo.connection, async (session) => {
    await collections.journal.insertMany(
      entries.map((entry) => ({ _id: `${caseId}/${entry.seq}`, ...entry })),
      { session },
    );
    const kase = { ...unopened, _id: caseId, caseId, loanId: caseId, seq };
    await collections.cases.replaceOne({ _id: caseId }, kase, { session, upsert: true });
  });
};

const until = async (reached: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await reached())) {
    if (Date.now() > deadline) throw new Error(`not reached, published: ${published.join(' ')}`);
    await pause(20);
  }
};
const position = async (caseId: string): Promise<number> =>
  (await collections.relayPositions.findOne({ _id: caseId }))?.seq ?? 0;
const ids = (caseId: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${caseId}/${from + index}`);

test('every entry is published in the order of its case, those written before the first start included', async () => {
  await write('t/a/1', 1, 3);
  relay();
  await until(() => published.length === 3);

  await Promise.all([write('t/a/1', 4, 6), write('t/b/1', 1, 4)]);
  await until(async () => (await position('t/b/1')) === 4 && (await position('t/a/1')) === 6);

  expect(published.filter((id) => id.startsWith('t/a'))).toEqual(ids('t/a/1', 1, 6));
  expect(published.filter((id) => id.startsWith('t/b'))).toEqual(ids('t/b/1', 1, 4));
});

test('a relay started again goes on after the last acknowledged entry, with nothing missing or doubled', async () => {
  const first = relay();
  await write('t/a/1', 1, 2);
  await until(
    async () =>
      (await position('t/a/1')) === 2 && (await collections.relayPositions.countDocuments({ _id: 'token' })) === 1,
  );
  await first.stop();
  await write('t/a/1', 3, 5);

  relay();
  await until(() => published.length >= 5);

  expect(published).toEqual(ids('t/a/1', 1, 5));
});

test('what the broker did not take is published by the next relay, in order', async () => {
  const first = relay();
  await write('t/a/1', 1, 1);
  await until(async () => (await collections.relayPositions.countDocuments({ _id: 'token' })) === 1);
  await first.stop();
  const failing = relay(async () => {
    throw new Error('no broker');
  });
  await write('t/a/1', 2, 3);
  await expect(failing.done).rejects.toThrow('no broker');

  relay();
  await until(() => published.length >= 3);

  expect(published).toEqual(ids('t/a/1', 1, 3));
});

test('a lost token is replaced by comparing with the cases: only what is missing is published', async () => {
  await write('t/a/1', 1, 4);
  await write('t/b/1', 1, 2);
  await collections.relayPositions.insertMany([
    { _id: 't/a/1', seq: 2 },
    { _id: 't/b/1', seq: 2 },
    { _id: 'token', token: { _data: 'lost' } },
  ]);

  relay();
  await until(() => published.length >= 2);
  await write('t/b/1', 3, 3);
  await until(() => published.length >= 3);

  expect(published).toEqual([...ids('t/a/1', 3, 4), 't/b/1/3']);
});

test('the sweeper finds items nobody has read and plans nobody has kept, those of test clocks excepted', async () => {
  const { tenants, inbox, cases } = collections;
  await tenants.insertMany([
    { _id: 'real', clock: { kind: 'real' }, strategy: 's' },
    { _id: 'other', clock: { kind: 'real' }, strategy: 's' },
    { _id: 'test', clock: { kind: 'test', now: '2026-01-02T02:00:00.000Z' }, strategy: 's' },
  ]);
  const item = { tenant: 'real', n: 1, input: {} as never, consumed: false };
  await inbox.insertMany([
    { ...item, _id: 'old', caseId: 'real/a/1', appendedWallAt: new Date(1_000) },
    { ...item, _id: 'new', caseId: 'real/b/1', appendedWallAt: new Date(9_000) },
    ...[3_000, 2_000].map((ms, nth) => ({
      ...item,
      _id: `later-${nth}`,
      n: nth + 1,
      caseId: 'real/d/1',
      appendedWallAt: new Date(ms),
    })),
    { ...item, _id: 'latest', caseId: 'real/e/1', appendedWallAt: new Date(4_000) },
    { ...item, _id: 'read', caseId: 'real/c/1', consumed: true, appendedWallAt: new Date(1_000) },
  ]);
  const planned = (tenant: string, loanId: string, dueAt: string) => ({
    ...unopened,
    _id: `${tenant}/${loanId}/1`,
    tenant,
    loanId,
    status: 'open' as const,
    plan: { id: 'p', readPosition: 1, dueAt, because: '' },
  });
  await cases.insertMany([
    planned('real', 'late', '2026-01-02T02:00:00.000Z'),
    planned('real', 'later', '2026-01-01T03:00:00.000Z'),
    planned('other', 'latest', '2026-01-01T02:00:00.000Z'),
    planned('real', 'early', '2026-01-04T02:00:00.000Z'),
    planned('test', 'played', '2026-01-02T02:00:00.000Z'),
    { ...planned('real', 'over', ''), status: 'closed' as const, plan: { ending: 'cured' as const } },
  ]);

  const store = mongoSweepStore(collections);

  expect(await store.unheard(new Date(5_000), 10)).toEqual(['real/a/1', 'real/d/1', 'real/e/1']);
  expect(await store.unheard(new Date(5_000), 3)).toEqual(['real/a/1', 'real/d/1', 'real/e/1']);
  expect(await store.overdue(new Date('2026-01-03T00:00:00.000Z'), 10)).toEqual([
    'other/latest/1',
    'real/later/1',
    'real/late/1',
  ]);
  expect(await store.overdue(new Date('2026-01-03T00:00:00.000Z'), 1)).toEqual(['other/latest/1']);
});
