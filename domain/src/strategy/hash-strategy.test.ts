import { describe, expect, it } from 'vitest';
import { hashStrategy } from './hash-strategy.js';
import type { Strategy } from './strategy.js';

const strategy: Strategy = {
  strategy: 'test',
  version: 1,
  segments: [{ name: 'all', when: [] }],
  spacingDays: 1,
  receiptWithinDays: 2,
  promiseGraceDays: 3,
  monitoring: { instalments: 3, days: 95 },
  stages: [],
};

describe('the hash of a strategy', () => {
  it('does not depend on the order in which a file names its fields', () => {
    const turned = Object.fromEntries(Object.entries(strategy).toReversed()) as Strategy;
    expect(hashStrategy(turned)).toBe(hashStrategy(strategy));
    expect(hashStrategy(strategy)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with any content', () => {
    expect(hashStrategy({ ...strategy, spacingDays: 2 })).not.toBe(hashStrategy(strategy));
    expect(hashStrategy({ ...strategy, version: 2 })).not.toBe(hashStrategy(strategy));
  });
});
