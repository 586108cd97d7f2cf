import { expect, it } from 'vitest';
import { watermarksAreCurrent } from './watermarks-are-current.js';

type Mark = Parameters<typeof watermarksAreCurrent>[0][number];

const wall = new Date('2026-03-02T02:00:00.000Z');
const ago = (ms: number): Date => new Date(wall.getTime() - ms);
const mark = (partition: number, changes: Partial<Mark> = {}): Mark => ({
  topic: 't',
  partition,
  partitions: 2,
  currentThrough: ago(1_000),
  reportedAt: ago(500),
  ...changes,
});
const other = (changes: Partial<Mark> = {}): Mark => mark(0, { topic: 'u', partitions: 1, ...changes });

it.each([
  ['every partition of both topics has reported lately that it is not behind', [mark(0), mark(1), other()], true],
  ['one topic has never reported', [mark(0), mark(1)], false],
  ['nobody has ever reported', [], false],
  ['one partition has never reported', [mark(0), other()], false],
  ['one is more than 5 s behind', [mark(0), mark(1, { currentThrough: ago(6_000) }), other()], false],
  ['another topic is behind', [mark(0), mark(1), other({ currentThrough: ago(6_000) })], false],
  ['a partition of another topic has never reported', [mark(0), mark(1), other({ partitions: 2 })], false],
  [
    'one has been silent for more than 10 s',
    [mark(0), mark(1, { currentThrough: ago(11_000), reportedAt: ago(10_500) }), other()],
    false,
  ],
] as const)('when %s, ingest is current: %#', (_when, marks, current) => {
  expect(watermarksAreCurrent(marks, ['t', 'u'], wall)).toBe(current);
});
