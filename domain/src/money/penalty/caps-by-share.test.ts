import { describe, expect, it } from 'vitest';
import type { Acceleration } from '../acceleration.js';
import type { Position } from '../position.js';
import type { LateChargeCap } from './late-charge-cap.js';
import { lateChargeStatement } from './late-charge-statement.js';

const missed = (number: number, dueOn: string, principal = 10_000) =>
  ({ number, dueOn, due: { principal }, state: 'missed' }) as const;
const accelerated = (change: Partial<Acceleration> = {}): Acceleration => ({
  accelerationId: 'a-1',
  on: '2026-03-10',
  from: 3,
  due: { principal: 1_000_000 },
  ...change,
});
const share = (per: 'instalment' | 'loan'): LateChargeCap => ({
  rule: 'tenth',
  covers: ['penalty'],
  max: 'share',
  per,
  permille: 100,
  of: 'principal',
});
const position = (change: Partial<Position>): Position => ({
  currency: 'CNY',
  instalments: [],
  payments: [],
  outstanding: 0,
  ...change,
});

/** At 36.5 % a year: a thousandth a day. */
const charged = (caps: LateChargeCap[], change: Partial<Position>, asOf = '2027-03-10'): number | object => {
  const said = lateChargeStatement(
    {
      terms: {
        lender: 'private',
        dayCount: 'act/365f',
        rounding: { mode: 'half-up', point: 'instalment' },
        penalty: {
          clause: '8',
          base: 'principal',
          rate: { yearlyPpm: 365_000 },
          tiers: [],
          grace: { days: 0, chargedFrom: 'due-date' },
        },
        caps,
      },
      startOn: '2026-01-01',
      position: position(change),
    },
    asOf,
  );
  return 'statement' in said ? said.statement.total : said.refused;
};

describe('a cap by share of what was billed', () => {
  it('for each instalment is reckoned on what fell due at once under the first number it stands for', () => {
    expect(charged([], { accelerations: [accelerated()] })).toBe(365_000);
    expect(charged([share('instalment')], { accelerations: [accelerated()] })).toBe(100_000);
  });

  it('is not reckoned on an instalment the acceleration stands for', () => {
    const third = missed(3, '2026-03-10');

    expect(charged([share('instalment')], { instalments: [third], accelerations: [accelerated()] })).toBe(100_000);
  });

  it('for the loan is reckoned on what fell due at once beside the instalments that are late', () => {
    const instalments = [missed(1, '2026-01-10'), missed(2, '2026-02-10')];

    expect(charged([], { instalments })).toBe(4_240 + 3_930);
    expect(charged([share('loan')], { instalments })).toBe(2_000);
    expect(charged([share('loan')], { instalments, accelerations: [accelerated()] })).toBe(102_000);
  });

  it('after an acceleration was agreed away still allows what was charged while it stood', () => {
    const undone = accelerated({ undoneOn: '2026-03-20', undoneBecause: 'agreed' });
    const instalments = [missed(3, '2026-03-10'), missed(4, '2026-04-10')];

    expect(charged([share('instalment')], { instalments, accelerations: [undone] }, '2026-04-10')).toBe(10_210);
    expect(charged([share('loan')], { instalments, accelerations: [undone] }, '2027-04-10')).toBe(
      10_000 + 386 * 10 + 365 * 10,
    );
  });

  it('knows nothing of an acceleration told in error or against the law', () => {
    const instalments = [missed(3, '2026-03-10')];
    for (const nothing of [
      accelerated({ undoneOn: '2026-03-20', undoneBecause: 'told-in-error' }),
      accelerated({ against: ['UK-DN-1-ACCELERATE'] }),
    ])
      expect(charged([share('instalment')], { instalments, accelerations: [nothing] })).toBe(1_000);
  });
});
