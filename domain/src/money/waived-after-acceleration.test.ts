import { expect, it } from 'vitest';
import { amountsOn } from './arrears.js';
import type { Position } from './position.js';

const position = (instalment: number, change: Partial<Position> = {}): Position => ({
  currency: 'CNY',
  instalments: [{ number: 1, dueOn: '2026-01-10', due: { principal: 100, interest: 10 }, state: 'missed' }],
  payments: [],
  outstanding: 0,
  accelerations: [{ accelerationId: 'a', on: '2026-02-01', from: 2, due: { principal: 1_000, interest: 50 } }],
  waivers: [{ waiverId: 'w', of: { instalment, component: 'interest' }, amount: 50, waivedOn: '2026-02-10' }],
  ...change,
});

it.each([2, 7])(
  'what is waived of instalment %s comes off the acceleration that stands for it, from its day on',
  (of) => {
    expect(amountsOn(position(of), '2026-02-09').arrears).toBe(1_160);
    expect(amountsOn(position(of), 'now').arrears).toBe(1_110);
  },
);

it('an instalment before it, and one of a schedule made after it, keeps its own waiver', () => {
  const instalments = [{ number: 13, dueOn: '2026-04-01', due: { principal: 5 } }];
  const later = {
    restructuringId: 'r',
    on: '2026-03-01',
    replaces: { from: 1, to: 12 },
    takenOver: {},
    overdue: 'billed-anew' as const,
    instalments,
  };

  expect(amountsOn(position(1), 'now').byInstalment).toMatchObject([
    { number: 1, unpaid: { principal: 100 } },
    { number: 2, unpaid: { interest: 50 } },
  ]);
  expect(amountsOn(position(13, { restructurings: [later] }), 'now').arrears).toBe(1_160);
});

it('a waiver waits for its own instalment where the acceleration is undone', () => {
  const [acceleration] = position(2).accelerations ?? [];
  const undone = acceleration && [{ ...acceleration, undoneOn: '2026-02-20', undoneBecause: 'agreed' as const }];

  expect(amountsOn(position(2, { accelerations: undone ?? [] }), '2026-02-19').arrears).toBe(1_110);
  expect(amountsOn(position(2, { accelerations: undone ?? [] }), 'now').arrears).toBe(110);
});
