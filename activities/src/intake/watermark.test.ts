import { describe, expect, test } from 'vitest';
import { advanceWatermarks, type LogSamples } from './watermark.js';

const second = (n: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, n));
const look = (n: number, ends: Record<number, bigint>, committed: Record<number, bigint>) => ({
  at: second(n),
  ends,
  committed,
  committedAt: second(n),
});

describe('how far ingest has come', () => {
  test('an empty log is taken in full', () => {
    const { marks } = advanceWatermarks([], look(0, { 0: 0n }, {}));

    expect(marks).toEqual([{ partition: 0, partitions: 1, currentThrough: second(0), reportedAt: second(0) }]);
  });

  test('what lay on the log when we looked counts once it is committed, not what came since', () => {
    let samples: LogSamples = [];
    ({ keep: samples } = advanceWatermarks(samples, look(0, { 0: 5n }, { 0: 5n })));
    ({ keep: samples } = advanceWatermarks(samples, look(1, { 0: 8n }, { 0: 5n })));

    const { marks } = advanceWatermarks(samples, look(2, { 0: 9n }, { 0: 8n }));

    expect(marks).toEqual([{ partition: 0, partitions: 1, currentThrough: second(1), reportedAt: second(2) }]);
  });

  test('a partition that never caught up has no mark, and the others know that it exists', () => {
    const { marks } = advanceWatermarks([], look(0, { 0: 5n, 1: 5n }, { 0: 5n }));

    expect(marks).toEqual([{ partition: 0, partitions: 2, currentThrough: second(0), reportedAt: second(0) }]);
  });

  test('looks older than every partition’s mark are forgotten', () => {
    const samples = [0, 1, 2, 3].map((n) => ({ at: second(n), ends: { 0: BigInt(n), 1: BigInt(n) } }));

    const { keep } = advanceWatermarks(samples, look(4, { 0: 4n, 1: 4n }, { 0: 4n, 1: 2n }));

    expect(keep.map(({ at }) => at)).toEqual([second(2), second(3), second(4)]);
  });

  test('while nothing is committed for hours, memory stays bounded', () => {
    let samples: LogSamples = [];
    for (let n = 0; n < 2_000; n += 1)
      ({ keep: samples } = advanceWatermarks(samples, look(n, { 0: BigInt(n + 1) }, {})));

    expect(samples.length).toBeLessThanOrEqual(600);
  });
});
