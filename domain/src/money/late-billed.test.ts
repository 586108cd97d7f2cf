import { describe, expect, it } from 'vitest';
import { lateBilled } from './late-billed.js';
import type { Position } from './position.js';
import type { Restructuring } from './restructuring.js';

const missed = (number: number, dueOn: string, penalty = 0) =>
  ({ number, dueOn, due: { principal: 10_000, penalty }, state: 'missed' }) as const;
const position = (change: Partial<Position>): Position => ({
  currency: 'CNY',
  instalments: [missed(1, '2026-01-10')],
  payments: [],
  outstanding: 0,
  ...change,
});
const charge = { chargeId: 'c-1', component: 'penalty', amount: 500, dueOn: '2026-03-01', instalment: 1 } as const;
const planned = (number: number, dueOn: string, penalty: number) => {
  const { state: _told, ...plan } = missed(number, dueOn, penalty);
  return plan;
};
const restructured = (change: Partial<Restructuring> = {}): Restructuring => ({
  restructuringId: 'r-1',
  on: '2026-03-10',
  replaces: { from: 1, to: 12 },
  takenOver: { principal: 10_000, penalty: 500 },
  overdue: 'billed-anew',
  instalments: [planned(13, '2026-04-10', 500)],
  ...change,
});
const billed = (change: Partial<Position>): number | undefined => lateBilled(position(change)).penalty;

describe('what servicing has billed of lateness', () => {
  it('is what an acceleration made due of it too, and not what the instalments it stands for would have billed', () => {
    const accelerations = [{ accelerationId: 'a', on: '2026-03-10', from: 2, due: { principal: 1_000, penalty: 590 } }];
    const instalments = [missed(1, '2026-01-10', 7), missed(2, '2026-03-10', 70)];

    expect(billed({ accelerations })).toBe(590);
    expect(billed({ instalments, accelerations })).toBe(597);
    expect(lateBilled(position({ instalments, accelerations }), '2026-03-09').penalty).toBe(7);
  });

  it('is counted once when a new schedule bills anew what it took over, on every day', () => {
    const before = { charges: [charge], restructurings: [restructured()] };
    const instalments = [missed(1, '2026-01-10'), missed(13, '2026-04-10', 500)];

    expect(billed(before)).toBe(500);
    expect(billed({ ...before, instalments })).toBe(500);
    expect(lateBilled(position({ ...before, instalments }), '2026-04-09').penalty).toBe(500);
  });

  it('is what was billed beside what was taken over as well', () => {
    const instalments = [missed(1, '2026-01-10'), missed(13, '2026-04-10', 620)];
    const restructurings = [restructured({ instalments: [planned(13, '2026-04-10', 620)] })];

    expect(billed({ charges: [charge], restructurings, instalments })).toBe(620);
  });

  it('stays billed where it became principal, or was given up', () => {
    const instalments = [missed(1, '2026-01-10'), missed(13, '2026-04-10', 40)];
    const plan = { instalments: [planned(13, '2026-04-10', 40)] };

    expect(
      billed({ charges: [charge], instalments, restructurings: [restructured({ ...plan, overdue: 'capitalised' })] }),
    ).toBe(540);
    expect(billed({ charges: [charge], instalments, restructurings: [restructured(plan)] })).toBe(500);
  });

  it('was billed twice where money had paid it before servicing took it over again', () => {
    const payments = [
      { paymentId: 'p', amount: 10_500, valueDate: '2026-03-05', receivedAt: '2026-03-05T00:00:00.000Z' },
    ];
    const instalments = [missed(1, '2026-01-10'), missed(13, '2026-04-10', 500)];

    expect(billed({ charges: [charge], restructurings: [restructured()], payments, instalments })).toBe(1_000);
  });

  it('is not what a new schedule replaced before it fell due; what that had taken over goes on to the next', () => {
    const restructurings = [
      restructured(),
      restructured({
        restructuringId: 'r-2',
        on: '2026-04-01',
        replaces: { from: 13, to: 20 },
        takenOver: {},
        instalments: [planned(21, '2026-05-01', 500)],
      }),
    ];
    const instalments = [missed(1, '2026-01-10'), missed(13, '2026-04-10', 500), missed(21, '2026-05-01', 500)];

    expect(billed({ charges: [charge], restructurings, instalments })).toBe(500);
  });

  it('goes on to what all falls due at once as well', () => {
    const accelerations = [
      { accelerationId: 'a', on: '2026-04-01', from: 13, due: { principal: 9_000, penalty: 500 } },
    ];

    expect(billed({ charges: [charge], restructurings: [restructured()], accelerations })).toBe(500);
  });
});
