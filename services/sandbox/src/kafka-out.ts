import { Kafka, logLevel, Partitioners, type KafkaConfig, type Producer, type TopicMessages } from 'kafkajs';
import { calmKafkajs } from './calm-kafkajs.js';
import type { OutgoingEvent } from './servicing-event.js';

/** kafkajs copies its arrays once per message; beyond some hundred in one send it blocks the event loop. */
const chunkSize = 500;

/** The way out to Kafka: what is put in stays until the broker has acknowledged it. */
export type KafkaOut = {
  put(event: OutgoingEvent): void;
  /**
   * Sends all that was put, in order per key, and resolves once every in-sync replica has it.
   * On trouble it throws and keeps everything: the next flush sends it again (readers drop a known id).
   */
  flush(): Promise<number>;
  close(): Promise<void>;
};

type Sender = { send(events: readonly OutgoingEvent[]): Promise<void>; close(): Promise<void> };

/** The buffering part, apart from Kafka so that it can be tried without. */
export function bufferedOut(sender: Sender): KafkaOut {
  let waiting: OutgoingEvent[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  async function sendWaiting(): Promise<number> {
    let sent = 0;
    while (waiting.length > 0) {
      const chunk = waiting.slice(0, chunkSize);
      await sender.send(chunk);
      waiting = waiting.slice(chunk.length);
      sent += chunk.length;
    }
    return sent;
  }

  return {
    put: (event) => void waiting.push(event),
    flush() {
      const mine = turn.then(sendWaiting);
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      await sender.close();
    },
  };
}

export function kafkaSender(config: Pick<KafkaConfig, 'brokers' | 'ssl' | 'sasl'>): Sender {
  calmKafkajs();
  const kafka = new Kafka({
    ...config,
    clientId: 'recourse-sandbox',
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
  });
  let connecting: Promise<Producer> | undefined;

  async function connect(): Promise<Producer> {
    const producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    return producer;
  }

  return {
    async send(events) {
      connecting ??= connect();
      try {
        const producer = await connecting;
        await producer.sendBatch({ topicMessages: byTopic(events), acks: -1 });
      } catch (error) {
        // A producer that met trouble may stay broken (tulios/kafkajs#1622): the next send begins with a new one.
        const broken = connecting;
        connecting = undefined;
        await broken.then((producer) => producer.disconnect()).catch(() => undefined);
        throw error;
      }
    },
    async close() {
      await connecting?.then((producer) => producer.disconnect()).catch(() => undefined);
    },
  };
}

function byTopic(events: readonly OutgoingEvent[]): TopicMessages[] {
  return [...new Set(events.map(({ topic }) => topic))].map((topic) => ({
    topic,
    messages: events
      .filter((event) => event.topic === topic)
      .map((event) => ({ key: event.key, value: event.body, headers: headersOf(event) })),
  }));
}

/** CloudEvents 1.0, binary mode of the Kafka binding. */
export function headersOf(event: OutgoingEvent): Record<string, string> {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_time: event.time,
    ce_tenant: event.tenant,
    ...Object.fromEntries(Object.entries(event.extension).map(([name, value]) => [`ce_${name}`, value])),
  };
}
