import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { kafkaClient } from './kafka-client.js';
import type { Progress } from './progress.js';
import type { Settings } from './read-settings.js';
import { asTrouble, Trouble } from './trouble.js';
import { unreadLog, type Take, type UnreadLog } from './unread-log.js';

/** Without a record for so long reading is given up. */
const stuckMs = 60_000;
/** Begun again after trouble that passes, as when the broker's coordinator is just loading. */
const attempts = 10;
const betweenAttemptsMs = 500;

/**
 * Hands over everything that stands on the topics now, each partition in its order, and leaves no trace: a group of its own that
 * commits nothing and is deleted. `cut`: the beginning of a partition is gone.
 * @throws Trouble
 */
export async function readKafka(
  settings: Settings['kafka'],
  topics: readonly string[],
  take: Take,
  progress: Progress,
): Promise<{ cut: boolean }> {
  const kafka = kafkaClient(settings);
  const admin = kafka.admin();
  return asTrouble('KAFKA_BROKERS', 'reading', async () => {
    await admin.connect();
    try {
      const { ends, cut } = await endsOf(admin, topics);
      const log = unreadLog(ends, take);
      for (let attempt = 1; log.left().length > 0; attempt++)
        await readSome(kafka, admin, topics, log, progress, attempt === attempts);
      return { cut };
    } finally {
      await admin.disconnect();
    }
  });
}

async function endsOf(admin: Admin, topics: readonly string[]): Promise<{ ends: Map<string, bigint>; cut: boolean }> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic));
  if (missing.length > 0) throw new Trouble(`KAFKA_BROKERS: no topic ${missing.join(', ')} there`);
  const ends = new Map<string, bigint>();
  let cut = false;
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      cut ||= BigInt(low) > 0n;
      if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${partition}`, BigInt(high));
    }
  }
  return { ends, cut };
}

/** Reads to the end, or until trouble that passes, unless it is the `last` attempt. */
async function readSome(
  kafka: Kafka,
  admin: Admin,
  topics: readonly string[],
  log: UnreadLog,
  progress: Progress,
  last: boolean,
): Promise<void> {
  const groupId = `recourse-auditor-${randomUUID()}`;
  try {
    await readAsGroup(kafka, groupId, topics, log, progress);
  } catch (error) {
    if (last || !passes(error)) throw error;
    await pause(betweenAttemptsMs);
  } finally {
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

/** By kafkajs' own word. */
const passes = (error: unknown): boolean => error instanceof Error && 'retriable' in error && error.retriable === true;

async function readAsGroup(
  kafka: Kafka,
  groupId: string,
  topics: readonly string[],
  log: UnreadLog,
  progress: Progress,
): Promise<void> {
  const consumer = kafka.consumer({ groupId, minBytes: 1, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  let lastRead = performance.now();
  let watch: NodeJS.Timeout | undefined;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      watch = setInterval(() => {
        if (performance.now() - lastRead > stuckMs)
          reject(new Error(`nothing came for a minute from ${log.left().join(', ')}`));
      }, 1_000);
      consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error));
      const eachBatch: Parameters<typeof consumer.run>[0] = {
        autoCommit: false,
        eachBatch: ({ batch }) => {
          try {
            log.takeBatch(batch);
            lastRead = performance.now();
            progress(`Kafka: ${log.taken()}`);
            if (log.left().length === 0) resolve();
          } catch (error) {
            // kafkajs would only log it, and fetch the batch again for ever.
            reject(error);
          }
          return Promise.resolve();
        },
      };
      consumer.run(eachBatch).catch(reject);
    });
  } finally {
    clearInterval(watch);
    await consumer.disconnect();
  }
}
