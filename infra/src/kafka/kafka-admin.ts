import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BusAdmin, PartitionOffsets } from '@recourse/activities/event-bus';
import type { Admin, Kafka } from 'kafkajs';
import { readRange } from './read-range.js';

const mostTimes = 6;
const againAfterMs = 200;

export interface KafkaAdmin extends BusAdmin {
  close(): Promise<void>;
}

export function kafkaAdmin(kafka: Kafka): KafkaAdmin {
  let connection: Promise<Admin> | undefined;

  async function connect(): Promise<Admin> {
    const admin = kafka.admin();
    await admin.connect();
    return admin;
  }

  /**
   * One connection kept; after trouble a new one, because a deleted topic spoils the old one's metadata (tulios/kafkajs#1622).
   * A broker that has just started says for a while that it does not coordinate the group yet: it is asked again.
   */
  async function ask<T>(about: string, question: (admin: Admin) => Promise<T>): Promise<T> {
    for (let time = 1; ; time++) {
      try {
        return await askOnce(about, question);
      } catch (error) {
        if (time === mostTimes || !willPass(error)) throw error;
        await pause(againAfterMs * time);
      }
    }
  }

  async function askOnce<T>(about: string, question: (admin: Admin) => Promise<T>): Promise<T> {
    connection ??= connect();
    const used = connection;
    try {
      return await question(await used);
    } catch (error) {
      if (connection === used) connection = undefined;
      await used.then((admin) => admin.disconnect()).catch(() => undefined);
      throw new Error(`${about}: ${String(error)}`, { cause: error });
    }
  }

  return {
    createTopics: (specs) =>
      ask('creating topics', async (admin) => {
        const existing = new Set(await admin.listTopics());
        const missing = specs.filter(({ topic }) => !existing.has(topic));
        if (missing.length === 0) return [];
        // False when another process was faster: then they exist, as asked.
        const created = await admin.createTopics({
          waitForLeaders: true,
          topics: missing.map(({ topic, partitions, replication, config }) => ({
            topic,
            numPartitions: partitions,
            replicationFactor: replication ?? -1,
            configEntries: Object.entries(config ?? {}).map(([name, value]) => ({ name, value })),
          })),
        });
        return created ? missing.map(({ topic }) => topic) : [];
      }),
    deleteTopics: async (topics) => {
      if (topics.length === 0) return;
      await ask(`deleting ${topics.join(', ')}`, (admin) => admin.deleteTopics({ topics: [...topics] }));
    },
    endOffsets: (topic) =>
      ask(`end of ${topic}`, async (admin) =>
        offsets((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high])),
      ),
    committedOffsets: (groupId, topic) =>
      ask(`offsets of ${groupId} in ${topic}`, async (admin) => {
        const [answer] = await admin.fetchOffsets({ groupId, topics: [topic] });
        return offsets((answer?.partitions ?? []).map(({ partition, offset }) => [partition, offset]));
      }),
    readRange: async (topic, partition, from, to) => {
      const [log] = (await ask(`range of ${topic}`, (admin) => admin.fetchTopicOffsets(topic))).filter(
        (known) => known.partition === partition,
      );
      if (!log) throw new Error(`no partition ${partition} in ${topic}`);
      const first = max(from, BigInt(log.low));
      const end = min(to, BigInt(log.high));
      if (first >= end) return [];
      const groupId = `recourse-read-${randomUUID()}`;
      try {
        return await readRange(kafka, groupId, { topic, partition, from: first, to: end });
      } finally {
        await ask(`deleting ${groupId}`, (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
      }
    },
    async close() {
      const admin = await connection?.catch(() => undefined);
      connection = undefined;
      await admin?.disconnect();
    },
  };
}

function willPass(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error && cause.name === 'KafkaJSProtocolError' && 'retriable' in cause && cause.retriable === true
  );
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Kafka says -1 for a partition nothing was committed for. */
function offsets(read: readonly (readonly [number, string])[]): PartitionOffsets {
  return Object.fromEntries(
    read.map(([partition, offset]) => [partition, BigInt(offset)] as const).filter(([, offset]) => offset >= 0n),
  );
}
