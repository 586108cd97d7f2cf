import { describe, expect, it } from 'vitest';
import { turn } from '../builders/case-world.js';
import { oldClaim, told } from '../builders/old-claim.js';
import { at, promise } from '../builders/promising.js';

/** Three years after 2023-03-10: the last day is 2026-03-10. */
const lastDue = '2023-03-10';
const barred = ({ kase }: ReturnType<typeof oldClaim>) =>
  kase?.holds.filter(({ reason, endedAt }) => reason === 'time-barred' && endedAt === undefined) ?? [];

describe('a promise that is told late', () => {
  it('lets the limitation begin anew on the day it was made, not on the day of our turn', () => {
    const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
    at(world, '2026-03-05T02:00:00.000Z');
    promise(world, { amount: 50_000, by: '2026-03-07' }, { at: '2026-03-01T15:59:00.000Z' });
    expect(told(world.facts, 'limitation-interrupted').map(({ ground, on }) => [ground, on])).toEqual([
      ['promise', '2026-03-01'],
    ]);
  });

  it('is in time when it was made on the last day and read the day after, and too late when it was made then', () => {
    for (const [madeAt, interrupted] of [
      ['2026-03-10T15:59:00.000Z', ['2026-03-10']],
      ['2026-03-10T16:00:00.000Z', []],
    ] as const) {
      const world = oldClaim(lastDue, '2026-02-20T02:00:00.000Z');
      turn(at(world, '2026-03-10T16:30:00.000Z'));
      expect(barred(world)).toHaveLength(1);
      promise(at(world, '2026-03-11T02:00:00.000Z'), { amount: 50_000, by: '2026-03-12' }, { at: madeAt });
      expect(told(world.facts, 'limitation-interrupted').map(({ on }) => on)).toEqual(interrupted);
      expect(barred(world)).toHaveLength(interrupted.length === 0 ? 1 : 0);
    }
  });
});
