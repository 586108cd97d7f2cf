import type { BusAdmin, BusConsumer, ConsumerOpts, ConsumerState } from '@recourse/activities/event-bus';
import type { Kafka } from 'kafkajs';
import { groupLag } from './group-lag.js';
import { handleBatch } from './handle-batch.js';
import type { KafkaLog } from './kafka-log.js';
import { patience } from './kafkajs-client.js';
import { partitionValve } from './partition-valve.js';

/** How long a fetch waits at the broker when there is nothing to read: the delay before a pause, a retry or a stop is noticed, not of a record. */
const idleFetchMs = 100;
const partingMs = 2_000;

export interface KafkaConsumer extends BusConsumer {
  state(): ConsumerState;
  /** Since the last fetch, heartbeat, join or restart. */
  silentMs(): number;
}

interface Membership {
  readonly opts: ConsumerOpts;
  readonly admin: BusAdmin;
  readonly sessionTimeoutMs: number;
  readonly log: KafkaLog;
}

/** One member of a group on kafkajs, watched because kafkajs may stop reading without a word (tulios/kafkajs#659) or give up for good (#1441). */
export function kafkaConsumer(kafka: Kafka, { opts, admin, sessionTimeoutMs, log }: Membership): KafkaConsumer {
  const valve = partitionValve();
  const giveUp = new AbortController();
  const listeners: ((state: ConsumerState, because?: string) => void)[] = [];
  let state: ConsumerState = 'stopped';
  let stopping = false;
  let leaving: Promise<void> | undefined;
  let generation = 0;
  let lastSignAt = Date.now();
  let watchdog: NodeJS.Timeout | undefined;

  const consumer = kafka.consumer({
    groupId: opts.groupId,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: Math.max(60_000, sessionTimeoutMs),
    heartbeatInterval: Math.max(100, Math.min(1_000, Math.floor(sessionTimeoutMs / 3))),
    minBytes: 1,
    maxWaitTimeInMs: idleFetchMs,
    // Small fetches: what a turn leaves unread is fetched again.
    maxBytesPerPartition: 128 * 1024,
    allowAutoTopicCreation: false,
    retry: { ...patience, restartOnFailure: () => Promise.resolve(!stopping) },
  });

  function enter(next: ConsumerState, because?: string): void {
    if (state === next || state === 'crashed') return;
    state = next;
    for (const listener of listeners) listener(next, because);
  }

  function crash(because: string): void {
    if (stopping || state === 'crashed') return;
    clearInterval(watchdog);
    valve.dismantle();
    giveUp.abort(new Error(because));
    log('error', 'consumer crashed: it reads no more until the process is started again', {
      groupId: opts.groupId,
      because,
    });
    enter('crashed', because);
    consumer.disconnect().catch(() => undefined);
  }

  const sign = (): void => {
    lastSignAt = Date.now();
  };
  consumer.on(consumer.events.FETCH, sign);
  consumer.on(consumer.events.HEARTBEAT, sign);
  consumer.on(consumer.events.REBALANCING, () => {
    sign();
    enter('rebalancing');
  });
  consumer.on(consumer.events.GROUP_JOIN, () => {
    sign();
    generation += 1;
    if (!stopping) enter('running');
  });
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    sign();
    if (stopping) return;
    if (restart) enter('rebalancing', error.message);
    else crash(error.message);
  });

  async function join(): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({ topics: [...opts.topics], fromBeginning: opts.fromBeginning });
    // kafkajs resolves run() although the join failed.
    const joined = new Promise<void>((resolve, reject) => {
      listeners.push((now, because) => {
        if (now === 'running') resolve();
        else if (now !== 'rebalancing') reject(new Error(because ?? now));
      });
    });
    const eachBatch = handleBatch({
      opts,
      valve,
      givenUp: giveUp.signal,
      stopping: () => stopping,
      generation: () => generation,
    });
    await Promise.all([
      joined,
      consumer.run({
        autoCommit: true,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: opts.partitionConcurrency,
        eachBatch,
      }),
    ]);
  }

  async function leave(deadlineMs: number): Promise<void> {
    stopping = true;
    clearInterval(watchdog);
    const left = consumer.disconnect().catch(() => undefined);
    await within(left, deadlineMs);
    giveUp.abort(new Error('stopped'));
    // A broker that does not answer must not hold up our end: it will notice by the session timeout.
    await within(left, partingMs);
    valve.dismantle();
    enter('stopped');
  }

  const stop = (deadlineMs: number): Promise<void> => (leaving ??= leave(deadlineMs));

  return {
    state: () => state,
    silentMs: () => Date.now() - lastSignAt,
    async start() {
      enter('rebalancing');
      await join().catch(async (error: unknown) => {
        await stop(0);
        throw new Error(`${opts.groupId} could not join for ${opts.topics.join(', ')}: ${String(error)}`, {
          cause: error,
        });
      });
      watchdog = setInterval(() => {
        const silentMs = Date.now() - lastSignAt;
        if (silentMs > 3 * sessionTimeoutMs) crash(`silent for ${silentMs} ms`);
      }, sessionTimeoutMs);
      watchdog.unref();
    },
    pause: () => valve.shut(),
    resume: () => valve.open(),
    stop,
    lag: () => groupLag(admin, opts),
    onState: (callback) => void listeners.push(callback),
  };
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
