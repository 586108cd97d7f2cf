import { expect, test } from 'vitest';
import { type EventBusBench, gate, keysOfDifferentPartitions, newGroup, records, text } from './event-bus-bench.js';
import { eventually } from './eventually.js';

/** Nothing is skipped, nothing is committed unhandled. */
export function eventBusHandlingContract({ newBus, newTopic, started }: EventBusBench): void {
  test('only what was acked is committed, and it is committed while a later record is still in hand', async () => {
    const bus = newBus();
    const topic = await newTopic(bus);
    const groupId = newGroup();
    const held = gate();
    await bus.producer().send(records(topic, ['a', 'b', 'c', 'd']));

    await started(bus, {
      groupId,
      topics: [topic],
      handle: async (record) => {
        if (text(record) === 'c') await held.opened;
        return 'ack';
      },
    });

    await eventually(async () => (await bus.admin().committedOffsets(groupId, topic))[0] === 2n);
    held.open();
    await eventually(async () => (await bus.admin().committedOffsets(groupId, topic))[0] === 4n);
  });

  test('trouble never skips a record: it comes again until it is acked, those behind it wait, other partitions go on', async () => {
    const bus = newBus();
    const topic = await newTopic(bus, 2);
    const [troubled, other] = await keysOfDifferentPartitions(bus, topic);
    const groupId = newGroup();
    const seen: string[] = [];
    const troubles: number[] = [];
    let healed = false;
    await bus.producer().send([...records(topic, ['bad', 'behind'], troubled), ...records(topic, ['free'], other)]);

    await started(bus, {
      groupId,
      topics: [topic],
      handle: async (record, { attempt }) => {
        if (text(record) === 'probe') return 'ack';
        if (text(record) === 'bad' && !healed) throw new Error(`no database, try ${attempt}`);
        seen.push(text(record));
        return 'ack';
      },
      onTrouble: ({ attempt, error }) => {
        expect(error).toMatchObject({ message: `no database, try ${attempt}` });
        troubles.push(attempt);
      },
    });
    await eventually(() => troubles.length >= 3 && seen.includes('free'));
    await bus.producer().send(records(topic, ['free again'], other));
    await eventually(() => seen.includes('free again'));
    expect(seen).toEqual(['free', 'free again']);
    healed = true;
    await eventually(() => seen.includes('behind'));

    expect(seen).toEqual(['free', 'free again', 'bad', 'behind']);
    expect(troubles).toEqual(Array.from(troubles, (_, n) => n + 1));
    await eventually(async () =>
      Object.values(
        await bus
          .consumer({
            groupId,
            topics: [topic],
            partitionConcurrency: 1,
            fromBeginning: true,
            handle: async () => 'ack',
          })
          .lag(),
      ).every((behind) => behind === 0n),
    );
  });

  test('a handler may ask for the same record again later', async () => {
    const bus = newBus();
    const topic = await newTopic(bus);
    const seen: string[] = [];
    await bus.producer().send(records(topic, ['a', 'b']));

    await started(bus, {
      groupId: newGroup(),
      topics: [topic],
      handle: async (record, { attempt }) => {
        seen.push(`${text(record)} ${attempt}`);
        return text(record) === 'a' && attempt < 3 ? { retryAfterMs: 1 } : 'ack';
      },
    });
    await eventually(() => seen.includes('b 1'));

    expect(seen).toEqual(['a 1', 'a 2', 'a 3', 'b 1']);
  });

  test('a paused member takes nothing new and goes on where it was when resumed', async () => {
    const bus = newBus();
    const topic = await newTopic(bus, 2);
    const [one, two] = await keysOfDifferentPartitions(bus, topic);
    const seen: string[] = [];
    const consumer = await started(bus, {
      groupId: newGroup(),
      topics: [topic],
      fromBeginning: false,
      handle: async (record) => (seen.push(text(record)), 'ack'),
    });
    const witnessed = new Set<string>();
    await started(bus, {
      groupId: newGroup(),
      topics: [topic],
      handle: async (record) => (witnessed.add(text(record)), 'ack'),
    });
    const producer = bus.producer();
    // Until one is seen, the group may not have fixed its start at the end of the log.
    await eventually(async () => {
      await producer.send([...records(topic, ['early'], one), ...records(topic, ['early'], two)]);
      return seen.length >= 2;
    });

    consumer.pause();
    await producer.send([...records(topic, ['a', 'b'], one), ...records(topic, ['c'], two)]);
    await eventually(() => ['a', 'b', 'c'].every((value) => witnessed.has(value)));
    expect(seen.filter((value) => value !== 'early')).toEqual([]);
    consumer.resume();
    await eventually(() => ['a', 'b', 'c'].every((value) => seen.includes(value)));

    expect(seen.filter((value) => value === 'a' || value === 'b')).toEqual(['a', 'b']);
  });
}
