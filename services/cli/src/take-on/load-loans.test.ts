import type { InRecord, OutRecord } from '@recourse/activities/event-bus';
import type { Standing } from '@recourse/activities/take-on/control-totals';
import { loanEventsTopic } from '@recourse/infra/kafka/topics';
import { repoRoot } from '@recourse/infra/local/repo-root';
import type { TakeOnBook } from '@recourse/infra/mongo/take-on-book';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLoans, type Load } from './load-loans.js';
import { onTheWay } from './on-the-way.js';
import type { PreparedLoan } from './prepare-take-on.js';

const parts = { now: '2026-02-12T01:00:00.000Z', policies: loadPolicies(join(repoRoot, 'policies')), strategyName: '' };

const standing = (loanId: string): Standing => ({
  loanId,
  persons: [],
  currency: 'CNY',
  arrears: 1,
  bucket: 'M1',
  stage: 'call',
});
const prepared = (loanId: string): PreparedLoan => ({
  loanId,
  record: { topic: loanEventsTopic, key: `demo|${loanId}`, value: Buffer.from(loanId), headers: {} },
  standing: standing(loanId),
  known: false,
  historyKnown: true,
});

/** Ingest and the cases take each loan as soon as it is published; `unread` lie on Kafka already. */
function world(count: number, { unread = [], taking = true }: { unread?: readonly string[]; taking?: boolean } = {}) {
  const loans = Array.from({ length: count }, (_, nth) => prepared(`L${nth}`));
  const sent: OutRecord[] = [];
  const shown: string[] = [];
  const breaksOff = new AbortController();
  const taken = (ids: readonly string[]): string[] =>
    taking ? ids.filter((id) => unread.includes(id) || sent.some(({ key }) => key === `demo|${id}`)) : [];
  const book: TakeOnBook = {
    loans: () => Promise.resolve([]),
    events: (ids) =>
      Promise.resolve(
        taken(ids.map((id) => id.replace('/take-on/taken-on-', ''))).map((loanId) => ({ loanId }) as never),
      ),
    payments: () => Promise.resolve(new Map()),
    persons: () => Promise.resolve([]),
    parked: () => Promise.resolve([]),
    standings: (ids) => Promise.resolve(taken(ids).map(standing)),
  };
  const load: Load = {
    loans,
    waiting: new Map(unread.map((id) => [`demo|${id}`, Buffer.from(id)])),
    show: (step, done, of) => void shown.push(`${step} ${done}/${of}`),
    signal: breaksOff.signal,
    published: 0,
  };
  const producer = {
    send: (records: readonly OutRecord[]) => Promise.resolve(void sent.push(...records) as never),
    close: () => Promise.resolve(),
  };
  return {
    load,
    sent,
    shown,
    breaksOff,
    run: () => loadLoans({ bus: { producer: () => producer } }, book, load, parts),
  };
}

test('says how many are published, and how many taken on', async () => {
  const { run, shown } = world(450);

  expect(await run()).toEqual({ faults: [], atIntake: 0 });
  expect(shown).toEqual(['published 200/450', 'published 400/450', 'published 450/450', 'takenOn 450/450']);
});

test('broken off while it publishes, it publishes no more and knows how many it has', async () => {
  const { load, run, sent, breaksOff } = world(450);
  load.show = () => breaksOff.abort();

  expect(await run()).toBe('interrupted');
  expect([load.published, sent.length]).toEqual([200, 200]);
});

test('broken off while it waits, it ends at once', async () => {
  const { load, run, breaksOff } = world(2, { taking: false });
  setTimeout(() => breaksOff.abort(), 20);

  expect(await run()).toBe('interrupted');
  expect(load.published).toBe(2);
});

test('waits for what is published and not yet read, and sends only the others', async () => {
  const { run, sent } = world(3, { unread: ['L1'] });

  expect(await run()).toEqual({ faults: [], atIntake: 0 });
  expect(sent.map(({ key }) => key)).toEqual(['demo|L0', 'demo|L2']);
});

test('sends again what lies unread with other content: ingest sets it aside', async () => {
  const { load, run, sent } = world(1, { unread: ['L0'] });
  load.waiting = new Map([['demo|L0', Buffer.from('other rows')]]);

  await run();

  expect(sent).toHaveLength(1);
});

test('on the way is what a take-on published and ingest has not read, of every partition', async () => {
  const record = (partition: number, offset: bigint, source: string): InRecord => ({
    topic: loanEventsTopic,
    partition,
    offset,
    key: `demo|L${partition}-${offset}`,
    value: Buffer.from('{}'),
    headers: { ce_source: source },
    timestampMs: 0,
  });
  const log = [
    record(0, 0n, '/take-on'),
    record(0, 1n, '/take-on'),
    record(0, 2n, '/servicing'),
    record(1, 0n, '/take-on'),
  ];
  const admin = {
    committedOffsets: () => Promise.resolve({ 0: 1n }),
    endOffsets: () => Promise.resolve({ 0: 3n, 1: 1n, 2: 0n }),
    readRange: (_topic: string, of: number, from: bigint, to: bigint) =>
      Promise.resolve(log.filter(({ partition, offset }) => partition === of && offset >= from && offset < to)),
  };

  expect([...(await onTheWay(admin)).keys()]).toEqual(['demo|L0-1', 'demo|L1-0']);
});
