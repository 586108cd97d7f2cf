import type { InRecord } from '@recourse/activities/event-bus';
import { expect, test } from 'vitest';
import { type EventBusBench, keysOfDifferentPartitions, newGroup, records, text } from './event-bus-bench.js';
import { eventually } from './eventually.js';

/** What is written is what is read. */
export function eventBusLogContract({ newBus, newTopic, started }: EventBusBench): void {
  test('what was sent arrives with the same key, bytes and headers, at the receipt it was given', async () => {
    const bus = newBus();
    const topic = await newTopic(bus, 4);
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const sent = {
      topic,
      key: 'acme|貸-1',
      value: bytes,
      headers: { ce_id: 'e-1', 'x-name': '张三 é' },
      timestampMs: 1_767_225_600_123,
    };
    const arrived: InRecord[] = [];

    const [receipt] = await bus.producer().send([sent]);
    await started(bus, {
      groupId: newGroup(),
      topics: [topic],
      handle: async (record) => (arrived.push(record), 'ack'),
    });
    await eventually(() => arrived.length === 1);

    const [record] = arrived;
    expect(record).toMatchObject({
      ...receipt,
      topic,
      key: sent.key,
      headers: sent.headers,
      timestampMs: sent.timestampMs,
    });
    expect([...(record?.value ?? [])]).toEqual([...bytes]);
  });

  test('records of one key arrive in the order they were sent, whatever other keys do', async () => {
    const bus = newBus();
    const topic = await newTopic(bus, 4);
    const keys = Array.from({ length: 12 }, (_, n) => `acme|loan-${n}`);
    const all = Array.from({ length: 40 }, (_, n) => keys.flatMap((key) => records(topic, [`${n}`], key))).flat();
    const arrived = new Map<string, string[]>();

    const producer = bus.producer();
    await Promise.all([
      producer.send(all.slice(0, 100)),
      producer.send(all.slice(100, 101)),
      producer.send(all.slice(101)),
    ]);
    await started(bus, {
      groupId: newGroup(),
      topics: [topic],
      handle: async (record) => {
        arrived.set(record.key ?? '', [...(arrived.get(record.key ?? '') ?? []), text(record)]);
        return 'ack';
      },
    });
    await eventually(() => [...arrived.values()].flat().length >= all.length);

    expect(Object.fromEntries(arrived)).toEqual(
      Object.fromEntries(keys.map((key) => [key, Array.from({ length: 40 }, (_, n) => `${n}`)])),
    );
  });

  test('receipts come in the order of the records and name the place each was written to', async () => {
    const bus = newBus();
    const topic = await newTopic(bus, 4);
    const sent = Array.from({ length: 1_200 }, (_, n) => records(topic, [`${n}`], `acme|loan-${n % 7}`)).flat();

    const receipts = await bus.producer().send(sent);

    const end = await bus.admin().endOffsets(topic);
    const written = await Promise.all(
      Object.entries(end).map(([partition, to]) => bus.admin().readRange(topic, Number(partition), 0n, to)),
    );
    const byPlace = new Map(written.flat().map((record) => [`${record.partition}/${record.offset}`, text(record)]));
    expect(receipts.map(({ partition, offset }) => byPlace.get(`${partition}/${offset}`))).toEqual(
      sent.map((_, n) => `${n}`),
    );
  });

  test('sending 10 000 records leaves the event loop free in between', async () => {
    const bus = newBus();
    const topic = await newTopic(bus);
    const producer = bus.producer();
    await producer.send(records(topic, ['warm']));
    let turns = 0;
    let sending = true;
    const count = (): void => {
      turns += 1;
      if (sending) setImmediate(count);
    };
    setImmediate(count);

    const receipts = await producer.send(
      records(
        topic,
        Array.from({ length: 10_000 }, (_, n) => `${n}`),
      ),
    );
    sending = false;

    expect(receipts.at(-1)).toEqual({ topic, partition: 0, offset: 10_000n });
    // Counted, not timed: at least once per chunk of 500 something else had its turn.
    expect(turns).toBeGreaterThanOrEqual(20);
  });

  test('an aborted send stops between chunks and says so', async () => {
    const bus = newBus();
    const topic = await newTopic(bus);

    await expect(
      bus.producer().send(records(topic, ['a']), AbortSignal.abort(new Error('no longer wanted'))),
    ).rejects.toThrow('no longer wanted');

    expect(await bus.admin().endOffsets(topic)).toEqual({ 0: 0n });
  });

  test('offsets and ranges are told without a group, and creating a topic twice changes nothing', async () => {
    const bus = newBus();
    const topic = await newTopic(bus, 2);
    const [key] = await keysOfDifferentPartitions(bus, topic);
    const [receipt] = await bus.producer().send(records(topic, ['a', 'b', 'c'], key));
    const { partition = 0, offset = 0n } = receipt ?? {};

    expect(await bus.admin().createTopics([{ topic, partitions: 7 }])).toEqual([]);
    expect(Object.keys(await bus.admin().endOffsets(topic))).toEqual(['0', '1']);
    expect(await bus.admin().committedOffsets(newGroup(), topic)).toEqual({});
    expect((await bus.admin().readRange(topic, partition, offset + 1n, offset + 3n)).map(text)).toEqual(['b', 'c']);
    expect(await bus.admin().readRange(topic, partition, offset + 3n, offset + 9n)).toEqual([]);
  });
}
