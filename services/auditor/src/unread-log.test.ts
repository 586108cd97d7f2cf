import type { Batch } from 'kafkajs';
import { expect, test } from 'vitest';
import { unreadLog } from './unread-log.js';

/** A batch as kafkajs gives it, with the offsets it holds; `last` where compaction has taken the last ones away. */
const batch = (topic: string, partition: number, offsets: number[], last = offsets.at(-1)): Batch =>
  ({
    topic,
    partition,
    messages: offsets.map((offset) => ({ offset: String(offset) })),
    lastOffset: () => String(last),
  }) as Batch;

function read(ends: Record<string, bigint>) {
  const taken: string[] = [];
  const log = unreadLog(
    new Map(Object.entries(ends)),
    (topic, partition, { offset }) => void taken.push(`${topic}/${partition}/${offset}`),
  );
  return { taken, log };
}

test('each partition is read up to the end that was seen, and no further', () => {
  const { taken, log } = read({ 'a/0': 2n, 'b/1': 1n });

  log.takeBatch(batch('a', 0, [0, 1, 2]));
  expect(log.left()).toEqual(['b/1']);
  log.takeBatch(batch('a', 0, [3]));
  log.takeBatch(batch('b', 0, [0]));
  log.takeBatch(batch('b', 1, [0]));

  expect(log.left()).toEqual([]);
  expect(taken).toEqual(['a/0/0', 'a/0/1', 'b/1/0']);
  expect(log.taken()).toBe(3);
});

test('a reader that begins again at the beginning takes nothing twice', () => {
  const { taken, log } = read({ 'a/0': 3n });

  log.takeBatch(batch('a', 0, [0, 1]));
  log.takeBatch(batch('a', 0, [0, 1, 2]));

  expect(taken).toEqual(['a/0/0', 'a/0/1', 'a/0/2']);
});

test('a log whose last records were compacted away is read to its end', () => {
  const { log } = read({ 'a/0': 5n });

  log.takeBatch(batch('a', 0, [0], 4));

  expect(log.left()).toEqual([]);
});
