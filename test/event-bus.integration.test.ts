import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { EventBus } from '@recourse/activities/event-bus';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { eventBusBench, newGroup, records, text } from './contracts/event-bus-bench.js';
import { eventBusContract } from './contracts/event-bus.contract.js';
import { eventually } from './contracts/eventually.js';

const brokers = inject('kafkaBrokers').split(',');
// The shortest a broker with ordinary settings allows.
const sessionTimeoutMs = 6_000;
const connect = (): EventBus =>
  kafkaEventBus({ brokers, clientId: `contract-${randomUUID()}`, sessionTimeoutMs }, () => undefined);

eventBusContract('The event bus on Kafka', connect);

describe('On Kafka', () => {
  const bench = eventBusBench(connect);
  afterEach(() => bench.close());

  test('a killed process loses nothing: the record it held is handed to the next member, what it acked is not', async () => {
    const bus = bench.newBus();
    const topic = await bench.newTopic(bus);
    const groupId = newGroup();
    await bus.producer().send(records(topic, ['a', 'b', 'c']));
    const doomed = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', doomedMember(topic, groupId)],
      {
        cwd: import.meta.dirname,
        stdio: 'ignore',
      },
    );
    await eventually(async () => (await bus.admin().committedOffsets(groupId, topic))[0] === 1n);
    doomed.kill('SIGKILL');

    const seen: string[] = [];
    await bench.started(bus, { groupId, topics: [topic], handle: async (record) => (seen.push(text(record)), 'ack') });
    await eventually(() => seen.includes('c'));

    expect(seen).toEqual(['b', 'c']);
  });

  test('joining for a topic that does not exist is refused with its name, and the member is stopped', async () => {
    const bus = bench.newBus();
    const consumer = bus.consumer({
      groupId: 'nobody',
      topics: ['no-such-topic'],
      partitionConcurrency: 1,
      fromBeginning: true,
      handle: async () => 'ack',
    });

    await expect(consumer.start()).rejects.toThrow(
      /nobody could not join for no-such-topic: .*does not host this topic/,
    );

    expect(bus.health()).toMatchObject({ ok: true, consumers: [{ groupId: 'nobody', state: 'stopped' }] });
  });

  test('sending to a topic that does not exist is trouble, creates nothing, and does not spoil later sends', async () => {
    const bus = bench.newBus();
    const topic = await bench.newTopic(bus);
    const producer = bus.producer();

    await expect(producer.send(records('no-such-topic', ['a']))).rejects.toThrow('sending to no-such-topic');

    expect(await producer.send(records(topic, ['a']))).toEqual([{ topic, partition: 0, offset: 0n }]);
    await expect(bus.admin().endOffsets('no-such-topic')).rejects.toThrow('end of no-such-topic');
  });
});

/** A process that acks the first record and holds the second for ever. */
function doomedMember(topic: string, groupId: string): string {
  return `
    import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
    const bus = kafkaEventBus(${JSON.stringify({ brokers, clientId: 'doomed', sessionTimeoutMs })}, () => undefined);
    await bus.consumer({ groupId: '${groupId}', topics: ['${topic}'], partitionConcurrency: 1, fromBeginning: true,
      handle: (record) => record.offset === 0n ? Promise.resolve('ack') : new Promise(() => undefined) }).start();
  `;
}
