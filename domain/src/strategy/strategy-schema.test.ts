import { describe, expect, it } from 'vitest';
import { stage, step, strategy as strategyOf } from '../../../test/builders/small-strategy.js';
import { readStrategy } from './strategy-schema.js';

const only = step('s1');
const strategy = strategyOf([stage('reminder', 1, undefined, [only])]);
const withStep = (change: object): unknown => ({
  ...strategy,
  stages: [{ ...strategy.stages[0], steps: [{ ...only, ...change }] }],
});
const faultsOf = (value: unknown): string[] => {
  const read = readStrategy(value);
  return 'faults' in read ? read.faults.map(({ path, reason }) => `${path}: ${reason}`) : [];
};

describe('a strategy file', () => {
  it('is read as it is written', () => {
    expect(readStrategy(strategy)).toEqual({ strategy });
  });

  it.each<[string, unknown, RegExp]>([
    ['a misspelt field', withStep({ tires: 2 }), /^stages\[0\]\.steps\[0\]\.tires: is not a known field$/],
    [
      'a time without quotes (YAML 1.1 reads minutes)',
      withStep({ at: 600 }),
      /^stages\[0\]\.steps\[0\]\.at: must be text$/,
    ],
    ['a time that no clock shows', withStep({ at: '24:00' }), /steps\[0\]\.at: a time of day/],
    ['an unknown act', withStep({ act: 'shout' }), /steps\[0\]\.act: /],
    ['an unknown channel', withStep({ channel: 'fax' }), /steps\[0\]\.channel: /],
    ['days in parts', withStep({ everyDays: 0.5 }), /steps\[0\]\.everyDays: /],
    ['an unknown condition', withStep({ when: [{ fact: 'mood', is: true }] }), /steps\[0\]\.when\[0\]\.fact: /],
    ['a condition without a bound', withStep({ when: [{ fact: 'dpd' }] }), /when\[0\]: needs atLeast, below or both/],
    ['a result that leads nowhere known', withStep({ on: { failed: 'shrug' } }), /steps\[0\]\.on\.failed: /],
    ['no stages', { ...strategy, stages: [] }, /^stages: /],
    [
      'an unknown stage',
      { ...strategy, stages: [{ ...strategy.stages[0], stage: 'monitoring' }] },
      /^stages\[0\]\.stage: /,
    ],
    ['a missing number', { ...strategy, spacingDays: undefined }, /^spacingDays: /],
    ['a list in place of a strategy', [], /^: must be an object$/],
  ])('with %s is refused by path and reason', (_, value, fault) => {
    const faults = faultsOf(value);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it('shows all its faults at once', () => {
    expect(faultsOf({ ...strategy, version: 0, spacingDays: -1, extra: 1 })).toHaveLength(3);
  });
});
