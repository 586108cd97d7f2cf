import type { ConsumerOpts } from '@recourse/activities/event-bus';
import { expect, test } from 'vitest';
import { type EventBusBench, gate, newGroup, records, text } from './event-bus-bench.js';
import { eventually } from './eventually.js';

/** Members come and go, records stay. */
export function eventBusMembershipContract({ newBus, newTopic, started }: EventBusBench): void {
  test('a record in hand when its member is torn away is handed out again to the next member, and none before it', async () => {
    const [first, second] = [newBus(), newBus()];
    const topic = await newTopic(first);
    const groupId = newGroup();
    const seen: string[] = [];
    let aborted = false;
    await first.producer().send(records(topic, ['a', 'b', 'c']));
    const torn = await started(first, {
      groupId,
      topics: [topic],
      handle: (record, { signal }) => {
        seen.push(`first ${text(record)}`);
        if (text(record) === 'a') return Promise.resolve('ack');
        signal.addEventListener('abort', () => (aborted = true));
        return new Promise(() => undefined);
      },
    });
    await eventually(() => seen.includes('first b'));

    await torn.stop(0);
    await started(second, {
      groupId,
      topics: [topic],
      handle: async (record) => (seen.push(`second ${text(record)}`), 'ack'),
    });
    await eventually(() => seen.includes('second c'));

    expect(seen).toEqual(['first a', 'first b', 'second b', 'second c']);
    expect(aborted).toBe(true);
  });

  test('a second member takes over part of the partitions, the first takes them back when it leaves, and nothing is missed', async () => {
    const [first, second] = [newBus(), newBus()];
    const topic = await newTopic(first, 4);
    const groupId = newGroup();
    const handledBy = new Map<string, Set<string>>();
    const handler =
      (who: string): ConsumerOpts['handle'] =>
      async (record) => {
        handledBy.set(text(record), (handledBy.get(text(record)) ?? new Set()).add(who));
        return 'ack';
      };
    const producer = first.producer();
    let sent = 0;
    const sendSome = async (): Promise<void> => {
      const batch = Array.from({ length: 40 }, (_, n) => records(topic, [`${sent + n}`], `acme|loan-${n}`)).flat();
      sent += batch.length;
      await producer.send(batch);
    };
    const handled = (who: string): number => [...handledBy.values()].filter((by) => by.has(who)).length;
    const states: string[] = [];

    const staying = first.consumer({
      groupId,
      topics: [topic],
      partitionConcurrency: 4,
      fromBeginning: true,
      handle: handler('first'),
    });
    staying.onState((state) => states.push(state));
    await staying.start();
    await sendSome();
    const leaving = await started(second, { groupId, topics: [topic], handle: handler('second') });
    await eventually(async () => {
      await sendSome();
      return handled('second') > 0;
    });
    await eventually(() => handledBy.size === sent);
    await leaving.stop(10_000);
    const bySecond = handled('second');
    await sendSome();
    await eventually(() => handledBy.size === sent);

    expect(handled('second')).toBe(bySecond);
    expect(handled('first')).toBeGreaterThan(0);
    expect(states).toContain('rebalancing');
    expect(states.at(-1)).toBe('running');
  });

  test('a graceful stop finishes the record in hand, commits it, and begins no other', async () => {
    const bus = newBus();
    const topic = await newTopic(bus);
    const groupId = newGroup();
    const held = gate();
    const seen: string[] = [];
    await bus.producer().send(records(topic, ['a', 'b', 'c']));
    const consumer = await started(bus, {
      groupId,
      topics: [topic],
      handle: async (record) => {
        seen.push(text(record));
        if (text(record) === 'b') await held.opened;
        return 'ack';
      },
    });
    await eventually(() => seen.includes('b'));

    const states: string[] = [];
    consumer.onState((state) => states.push(state));
    const stopped = consumer.stop(60_000);
    held.open();
    await stopped;

    expect(seen).toEqual(['a', 'b']);
    expect((await bus.admin().committedOffsets(groupId, topic))[0]).toBe(2n);
    expect(states).toEqual(['stopped']);
  });
}
