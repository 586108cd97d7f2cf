import type { BusProducer, OutRecord, Receipt } from '@recourse/activities/event-bus';
import { type Kafka, type Message, Partitioners, type Producer, type TopicMessages } from 'kafkajs';
import { chunksOf } from './chunks-of.js';

/** Sends in order: one chunk after the other, one request in flight, every in-sync replica acknowledging. */
export function kafkaProducer(kafka: Kafka): BusProducer {
  const partitions = new WeakMap<Message, number>();
  let connection: Promise<Producer> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function connect(): Promise<Producer> {
    const producer = kafka.producer({
      // The partition of a key is part of our contract with other readers: pinned, and noted for the receipts.
      createPartitioner: () => {
        const choose = Partitioners.DefaultPartitioner();
        return (args) => {
          const partition = choose(args);
          partitions.set(args.message, partition);
          return partition;
        };
      },
      allowAutoTopicCreation: false,
      idempotent: false,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    return producer;
  }

  /** A topic deleted while we ran breaks every later send of the same kafkajs producer (tulios/kafkajs#1622): after trouble begin with a new one. */
  async function forget(): Promise<void> {
    const old = connection;
    connection = undefined;
    await old?.then((producer) => producer.disconnect()).catch(() => undefined);
  }

  async function sendChunk(records: readonly OutRecord[]): Promise<Receipt[]> {
    const sent = records.map((record) => ({ record, message: toMessage(record) }));
    const topics = new Set(records.map(({ topic }) => topic));
    const topicMessages: TopicMessages[] = [...topics].map((topic) => ({
      topic,
      messages: sent.filter(({ record }) => record.topic === topic).map(({ message }) => message),
    }));
    connection ??= connect();
    const answers = await (await connection).sendBatch({ topicMessages, acks: -1 });

    const next = new Map(
      answers.map((answer) => [`${answer.topicName}/${answer.partition}`, BigInt(answer.baseOffset ?? '-1')]),
    );
    return sent.map(({ record: { topic }, message }) => {
      const partition = partitions.get(message) ?? -1;
      const place = `${topic}/${partition}`;
      const offset = next.get(place) ?? -1n;
      next.set(place, offset + 1n);
      return { topic, partition, offset };
    });
  }

  async function sendAll(records: readonly OutRecord[], signal?: AbortSignal): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const chunk of chunksOf(records)) {
      signal?.throwIfAborted();
      if (closed) throw new Error('the producer is closed');
      try {
        receipts.push(...(await sendChunk(chunk)));
      } catch (error) {
        await forget();
        throw new Error(`sending to ${[...new Set(records.map(({ topic }) => topic))].join(', ')}: ${String(error)}`, {
          cause: error,
        });
      }
    }
    return receipts;
  }

  return {
    send(records, signal) {
      const mine = turn.then(() => sendAll(records, signal));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      closed = true;
      await turn;
      await forget();
    },
  };
}

function toMessage(record: OutRecord): Message {
  return {
    key: record.key,
    value: Buffer.from(record.value.buffer, record.value.byteOffset, record.value.byteLength),
    headers: { ...record.headers },
    ...(record.timestampMs === undefined ? {} : { timestamp: String(record.timestampMs) }),
  };
}
