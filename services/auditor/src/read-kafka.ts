import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type Admin, type EachBatchPayload, type KafkaMessage, type SASLOptions } from 'kafkajs';
import type { Settings } from './read-settings.js';
import type { Progress } from './progress.js';
import { asTrouble, Trouble } from './trouble.js';

export type Take = (topic: string, partition: number, message: KafkaMessage) => void;

/** Without a record for so long reading is given up. */
const stuckMs = 60_000;

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
  const { brokers, ssl, sasl } = settings;
  const kafka = new Kafka({
    clientId: 'recourse-auditor',
    brokers,
    ssl,
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    ...(sasl && { sasl: sasl as SASLOptions }),
  });
  const admin = kafka.admin();
  return asTrouble('KAFKA_BROKERS', 'reading', async () => {
    await admin.connect();
    try {
      const { ends, cut } = await endsOf(admin, topics);
      if (ends.size > 0) await readTo(kafka, admin, topics, ends, take, progress);
      return { cut };
    } finally {
      await admin.disconnect();
    }
  });
}

const partitionOf = (topic: string, partition: number): string => `${topic}/${partition}`;

async function endsOf(admin: Admin, topics: readonly string[]): Promise<{ ends: Map<string, bigint>; cut: boolean }> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic));
  if (missing.length > 0) throw new Trouble(`KAFKA_BROKERS: no topic ${missing.join(', ')} there`);
  const ends = new Map<string, bigint>();
  let cut = false;
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      cut ||= BigInt(low) > 0n;
      if (BigInt(high) > BigInt(low)) ends.set(partitionOf(topic, partition), BigInt(high));
    }
  }
  return { ends, cut };
}

async function readTo(
  kafka: Kafka,
  admin: Admin,
  topics: readonly string[],
  ends: Map<string, bigint>,
  take: Take,
  progress: Progress,
): Promise<void> {
  const groupId = `recourse-auditor-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, minBytes: 1, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  let read = 0;
  let lastRead = performance.now();
  let watch: NodeJS.Timeout | undefined;
  const takeBatch = ({ batch }: Pick<EachBatchPayload, 'batch'>): void => {
    const { topic, partition, messages } = batch;
    const at = partitionOf(topic, partition);
    const end = ends.get(at);
    if (end === undefined) return;
    for (const message of messages) {
      if (BigInt(message.offset) < end) take(topic, partition, message);
    }
    read += messages.length;
    lastRead = performance.now();
    progress(`Kafka: ${read}`);
    // By the batch's own end: compaction leaves gaps.
    if (BigInt(batch.lastOffset()) >= end - 1n) ends.delete(at);
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      watch = setInterval(() => {
        if (performance.now() - lastRead > stuckMs)
          reject(new Error(`nothing came for a minute from ${[...ends.keys()].join(', ')}`));
      }, 1_000);
      consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error));
      consumer
        .run({
          autoCommit: false,
          // kafkajs would only log what `take` throws, and fetch the batch again for ever.
          eachBatch: ({ batch }) => {
            try {
              takeBatch({ batch });
              if (ends.size === 0) resolve();
            } catch (error) {
              reject(error);
            }
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    clearInterval(watch);
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}
