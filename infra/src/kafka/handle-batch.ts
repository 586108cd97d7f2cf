import type { ConsumerOpts, InRecord, Outcome } from '@recourse/activities/event-bus';
import type { EachBatchHandler } from 'kafkajs';
import { inRecord } from './in-record.js';
import type { PartitionValve } from './partition-valve.js';
import { promptCommits } from './prompt-commits.js';
import { pulse } from './pulse.js';

/** kafkajs fetches again only when every partition of a broker has returned: a long batch gives the others their turn. */
const longestTurnMs = 250;
const firstRetryMs = 100;
const longestRetryMs = 10_000;

interface Surroundings {
  readonly opts: ConsumerOpts;
  readonly valve: PartitionValve;
  /** Aborted when `stop` ran out of time: records in hand are given up, unacked. */
  readonly givenUp: AbortSignal;
  /** No record is begun any more. */
  stopping(): boolean;
  /** Grows with every join of the group. */
  generation(): number;
}

/** Hands out one partition's records in order; returns early, with the rest unresolved, whenever they should come again later. */
export function handleBatch({ opts, valve, givenUp, stopping, generation }: Surroundings): EachBatchHandler {
  const tries = new Map<string, { offset: bigint; attempt: number }>();

  return async (batch) => {
    const { topic, partition, messages } = batch.batch;
    const place = `${topic}/${partition}`;
    const joined = generation();
    const turnEnds = Date.now() + longestTurnMs;
    const life = pulse(batch);
    const commits = promptCommits(batch);

    try {
      for (const message of messages) {
        // Resolving an offset after a new join would commit for a partition that may no longer be ours (tulios/kafkajs#1046).
        if (stopping() || !batch.isRunning() || batch.isStale() || generation() !== joined) return;
        if (valve.isShut) return valve.hold(place, batch.pause, 0);

        const record = inRecord(topic, partition, message);
        const before = tries.get(place);
        const attempt = before?.offset === record.offset ? before.attempt + 1 : 1;
        tries.set(place, { offset: record.offset, attempt });

        const signal = AbortSignal.any([givenUp, life.lost]);
        const outcome = await handOut(opts, record, { attempt, signal, heartbeat: life.beat });
        if (outcome === 'abandoned' || generation() !== joined) return;
        if (outcome !== 'ack') {
          valve.hold(place, batch.pause, outcome.retryAfterMs);
          return;
        }

        tries.delete(place);
        batch.resolveOffset(message.offset);
        commits.acked();
        life.check();
        await batch.heartbeat();
        if (Date.now() > turnEnds) return;
      }
    } finally {
      await commits.settle(
        () => stopping() || !batch.isRunning() || generation() !== joined || givenUp.aborted || life.lost.aborted,
      );
      life.stop();
    }
  };
}

async function handOut(
  opts: ConsumerOpts,
  record: InRecord,
  context: Parameters<ConsumerOpts['handle']>[1],
): Promise<Outcome | 'abandoned'> {
  const { signal, attempt } = context;
  let abandon: () => void = () => undefined;
  const abandoned = new Promise<'abandoned'>((resolve) => {
    abandon = () => resolve('abandoned');
    if (signal.aborted) abandon();
    else signal.addEventListener('abort', abandon);
  });
  try {
    return await Promise.race([opts.handle(record, context), abandoned]);
  } catch (error) {
    const retryAfterMs = Math.min(firstRetryMs * 2 ** (attempt - 1), longestRetryMs);
    const { topic, partition, offset } = record;
    opts.onTrouble?.({ topic, partition, offset, attempt, retryInMs: retryAfterMs, error });
    return { retryAfterMs };
  } finally {
    signal.removeEventListener('abort', abandon);
  }
}
