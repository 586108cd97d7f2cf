import { describe, expect, it } from 'vitest';
import { strategy as strategyOf } from '../../../test/builders/small-strategy.js';
import { hashStrategy } from './hash-strategy.js';
import type { Strategy } from './strategy.js';

const strategy = strategyOf([]);

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
