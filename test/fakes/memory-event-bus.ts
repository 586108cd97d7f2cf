import type {
  BusAdmin,
  BusProducer,
  EventBus,
  InRecord,
  OutRecord,
  PartitionOffsets,
  TopicSpec,
} from '@recourse/activities/event-bus';
import { groupLag } from '@recourse/infra/kafka/group-lag';
import { type MemoryGroup, memoryGroup } from './memory-consumer-group.js';
import { type MemoryConsumer, memoryConsumer } from './memory-consumer.js';

/** A cluster in memory: records live as long as it does, and several buses (processes, so to say) may share it. */
export interface MemoryCluster {
  bus(): EventBus;
  /** Every record of a topic, by partition and offset. */
  records(topic: string): readonly InRecord[];
  /** The next `times` sends fail with trouble and write nothing. */
  failSends(times: number): void;
  /** The group reads the topic again from the start: everything comes a second time. */
  rewind(groupId: string, topic: string): void;
}

export function memoryCluster(): MemoryCluster {
  const topics = new Map<string, InRecord[][]>();
  const groups = new Map<string, MemoryGroup>();
  let failures = 0;

  function partitionsOf(topic: string): InRecord[][] {
    const partitions = topics.get(topic);
    if (!partitions) throw new Error(`unknown topic ${topic}`);
    return partitions;
  }

  function groupOf(groupId: string): MemoryGroup {
    const group = groups.get(groupId) ?? memoryGroup(partitionsOf);
    groups.set(groupId, group);
    return group;
  }

  function write(record: OutRecord): InRecord {
    const partitions = partitionsOf(record.topic);
    const partition = hash(record.key) % partitions.length;
    const log = partitions[partition] ?? [];
    const { topic, key, headers, timestampMs = Date.now() } = record;
    const written = {
      topic,
      partition,
      offset: BigInt(log.length),
      key,
      value: Uint8Array.from(record.value),
      headers: { ...headers },
      timestampMs,
    };
    log.push(written);
    for (const group of groups.values()) group.wake();
    return written;
  }

  function producer(): BusProducer {
    let closed = false;
    return {
      async send(records, signal) {
        if (closed) throw new Error('the producer is closed');
        const sent: InRecord[] = [];
        for (const [n, record] of records.entries()) {
          // In chunks with a breath between, as the real one.
          if (n % 500 === 0) await new Promise(setImmediate);
          signal?.throwIfAborted();
          if (n === 0 && failures > 0) {
            failures -= 1;
            throw new Error('the broker does not answer');
          }
          sent.push(write(record));
        }
        return sent.map(({ topic, partition, offset }) => ({ topic, partition, offset }));
      },
      async close() {
        closed = true;
      },
    };
  }

  const admin: BusAdmin = {
    async createTopics(specs: readonly TopicSpec[]) {
      const missing = specs.filter(({ topic }) => !topics.has(topic));
      for (const { topic, partitions } of missing)
        topics.set(
          topic,
          Array.from({ length: partitions }, () => []),
        );
      return missing.map(({ topic }) => topic);
    },
    async deleteTopics(names) {
      for (const name of names) {
        topics.delete(name);
        for (const group of groups.values()) group.forget(name);
      }
    },
    async endOffsets(topic): Promise<PartitionOffsets> {
      return Object.fromEntries(partitionsOf(topic).map((log, partition) => [partition, BigInt(log.length)]));
    },
    committedOffsets: async (groupId, topic) => groups.get(groupId)?.committed(topic) ?? {},
    async readRange(topic, partition, from, to) {
      const log = partitionsOf(topic)[partition];
      if (!log) throw new Error(`no partition ${partition} in ${topic}`);
      return log.filter(({ offset }) => offset >= from && offset < to);
    },
  };

  return {
    bus() {
      const members: { groupId: string; member: MemoryConsumer }[] = [];
      return {
        producer,
        consumer(opts) {
          const member = memoryConsumer(groupOf(opts.groupId), opts, () => groupLag(admin, opts));
          members.push({ groupId: opts.groupId, member });
          return member;
        },
        admin: () => admin,
        health: () => ({
          ok: true,
          consumers: members.map(({ groupId, member }) => ({ groupId, state: member.state(), silentMs: 0 })),
        }),
        async close() {
          await Promise.all(members.map(({ member }) => member.stop(5_000)));
        },
      };
    },
    records: (topic) => partitionsOf(topic).flat(),
    failSends(times) {
      failures = times;
    },
    rewind: (groupId, topic) => groupOf(groupId).rewind(topic),
  };
}

/** FNV-1a: any spread will do as long as a key stays on its partition. */
function hash(key: string): number {
  let h = 0x811c9dc5;
  for (const byte of Buffer.from(key)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  return h;
}
