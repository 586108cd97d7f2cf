import type { ConsumerOpts, Outcome } from '@recourse/activities/event-bus';
import type { EachBatchPayload } from 'kafkajs';
import { expect, test } from 'vitest';
import { handleBatch } from './handle-batch.js';
import { partitionValve } from './partition-valve.js';

/** A member with one batch of three records, offsets 0 to 2, handed to `handle`. */
function member(handle: ConsumerOpts['handle']) {
  const seen = {
    handled: [] as string[],
    resolved: [] as string[],
    paused: 0,
    beats: 0,
    commits: 0,
    generation: 1,
    stopping: false,
  };
  const given = new AbortController();
  const valve = partitionValve();
  let heartbeat = (): Promise<void> => Promise.resolve();
  let commit = (): Promise<void> => Promise.resolve();
  const opts: ConsumerOpts = {
    groupId: 'g',
    topics: ['loans'],
    partitionConcurrency: 1,
    fromBeginning: true,
    handle: (record, context) => {
      seen.handled.push(`${record.offset}`);
      return handle(record, context);
    },
  };
  const run = handleBatch({
    opts,
    valve,
    givenUp: given.signal,
    stopping: () => seen.stopping,
    generation: () => seen.generation,
  });
  const messages = ['0', '1', '2'].map((offset) => ({
    offset,
    key: null,
    value: null,
    timestamp: '0',
    attributes: 0,
    headers: {},
  }));
  const payload = {
    batch: { topic: 'loans', partition: 0, messages },
    resolveOffset: (offset: string) => seen.resolved.push(offset),
    heartbeat: () => {
      seen.beats += 1;
      return heartbeat();
    },
    pause: () => {
      seen.paused += 1;
      return () => undefined;
    },
    commitOffsetsIfNecessary: () => {
      seen.commits += 1;
      return commit();
    },
    uncommittedOffsets: () => ({ topics: [] }),
    isRunning: () => true,
    isStale: () => false,
  } as unknown as EachBatchPayload;
  return {
    seen,
    valve,
    given,
    run: () => run(payload),
    onHeartbeat: (answer: () => Promise<void>) => (heartbeat = answer),
    onCommit: (answer: () => Promise<void>) => (commit = answer),
  };
}
const ack = (): Promise<Outcome> => Promise.resolve('ack');

test('every acked record is resolved and followed by a heartbeat', async () => {
  const { seen, run } = member(ack);
  await run();
  expect(seen).toMatchObject({ handled: ['0', '1', '2'], resolved: ['0', '1', '2'], beats: 3, paused: 0 });
});

test('a throw pauses the partition and leaves that record and all behind it unresolved', async () => {
  const { seen, run, valve } = member((record) =>
    record.offset === 1n ? Promise.reject(new Error('no database')) : ack(),
  );
  await run();
  valve.dismantle();
  expect(seen).toMatchObject({ handled: ['0', '1'], resolved: ['0'], paused: 1 });
});

test('after a new join nothing of the old batch is resolved: the partition may be another member’s', async () => {
  const { seen, run } = member((record) => {
    if (record.offset === 1n) seen.generation = 2;
    return ack();
  });
  await run();
  expect(seen).toMatchObject({ handled: ['0', '1'], resolved: ['0'] });
});

test('a rebalance lets the record in hand end and be resolved, then joins again', async () => {
  const { seen, run, onHeartbeat } = member(async (_, { heartbeat, signal }) => {
    onHeartbeat(() => Promise.reject(Object.assign(new Error('rebalancing'), { type: 'REBALANCE_IN_PROGRESS' })));
    await heartbeat();
    expect(signal.aborted).toBe(false);
    return 'ack';
  });
  await expect(run()).rejects.toThrow('rebalancing');
  expect(seen).toMatchObject({ handled: ['0'], resolved: ['0'] });
});

test('a member the broker no longer knows gives up the record in hand, unresolved', async () => {
  let told: unknown;
  const { seen, run, onHeartbeat } = member(async (_, { heartbeat, signal }) => {
    onHeartbeat(() => Promise.reject(Object.assign(new Error('unknown member'), { type: 'UNKNOWN_MEMBER_ID' })));
    await heartbeat();
    told = signal.reason;
    return new Promise(() => undefined);
  });
  await run();
  expect(told).toMatchObject({ message: 'unknown member' });
  expect(seen).toMatchObject({ handled: ['0'], resolved: [] });
});

test('a shut valve and a stopping member begin no record', async () => {
  const shut = member(ack);
  shut.valve.shut();
  await shut.run();
  expect(shut.seen).toMatchObject({ handled: [], paused: 1 });

  const stopping = member(ack);
  stopping.seen.stopping = true;
  await stopping.run();
  expect(stopping.seen).toMatchObject({ handled: [], paused: 0 });
});

test('a stop that ran out of time gives up a record that never ends', async () => {
  const { seen, run, given } = member(() => new Promise(() => undefined));
  const ran = run();
  given.abort(new Error('stopped'));
  await ran;
  expect(seen).toMatchObject({ handled: ['0'], resolved: [] });
});

test('a commit that met a broken connection is made again until it stands: kafkajs would wait for the next record', async () => {
  const { seen, run, onCommit } = member(ack);
  onCommit(() => (seen.commits < 3 ? Promise.reject(new Error('read ECONNRESET')) : Promise.resolve()));
  await run();
  expect(seen.commits).toBe(3);
});

test.each([
  ['the broker refuses it', (seen: { generation: number }) => void seen],
  ['the group is joined anew', (seen: { generation: number }) => void (seen.generation = 2)],
])('a commit is not tried for ever: not once %s', async (_, happens) => {
  const { seen, run, onCommit } = member(ack);
  onCommit(() => {
    const before = seen.generation;
    happens(seen);
    const refusal = Object.assign(
      new Error('refused'),
      seen.generation === before ? { type: 'ILLEGAL_GENERATION' } : {},
    );
    return Promise.reject(refusal);
  });
  await run();
  expect(seen.commits).toBe(1);
});
