import { randomUUID } from 'node:crypto';
import type { BusConsumer, ConsumerOpts, EventBus, InRecord, OutRecord } from '@recourse/activities/event-bus';

/** What the contract's tests stand on. */
export interface EventBusBench {
  /** A bus of its own to the same cluster, as a new process would have. */
  newBus(): EventBus;
  newTopic(bus: EventBus, partitions?: number): Promise<string>;
  started(
    bus: EventBus,
    opts: Pick<ConsumerOpts, 'groupId' | 'topics' | 'handle'> & Partial<ConsumerOpts>,
  ): Promise<BusConsumer>;
  /** Closes the buses and deletes the topics. */
  close(): Promise<void>;
}

export function eventBusBench(connect: () => EventBus): EventBusBench {
  const buses: EventBus[] = [];
  const topics: string[] = [];
  return {
    newBus() {
      const bus = connect();
      buses.push(bus);
      return bus;
    },
    async newTopic(bus, partitions = 1) {
      const topic = `contract-${randomUUID()}`;
      await bus.admin().createTopics([{ topic, partitions }]);
      topics.push(topic);
      return topic;
    },
    async started(bus, opts) {
      const consumer = bus.consumer({ partitionConcurrency: 4, fromBeginning: true, ...opts });
      await consumer.start();
      return consumer;
    },
    async close() {
      await Promise.all(buses.splice(0).map((bus) => bus.close()));
      const cleaner = connect();
      await cleaner.admin().deleteTopics(topics.splice(0));
      await cleaner.close();
    },
  };
}

export const newGroup = (): string => `contract-${randomUUID()}`;

export const text = (record: InRecord): string => Buffer.from(record.value ?? []).toString('utf8');

export function records(topic: string, values: readonly string[], key = 'acme|loan-1'): OutRecord[] {
  return values.map((value) => ({ topic, key, value: Buffer.from(value), headers: {} }));
}

/** A key of partition 0 and one of partition 1, found by sending: leaves 32 records `probe` behind. */
export async function keysOfDifferentPartitions(bus: EventBus, topic: string): Promise<[string, string]> {
  const keys = Array.from({ length: 32 }, (_, n) => `acme|probe-${n}`);
  const receipts = await bus.producer().send(keys.flatMap((key) => records(topic, ['probe'], key)));
  const at = (partition: number): string =>
    keys[receipts.findIndex((receipt) => receipt.partition === partition)] ?? '';
  return [at(0), at(1)];
}

export function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
