import { describe, expect, it } from 'vitest';
import { plainRules } from '../allocation-order.js';
import { contractOrder } from '../components.js';
import { emptyPosition } from '../fold-position.js';
import type { Position } from '../position.js';
import { explainDpd } from './explain-dpd.js';
import { explainPosition } from './explain-position.js';

const rules = plainRules(contractOrder);
const instalment = (number: number, dueOn: string): Position['instalments'][number] => ({
  number,
  dueOn,
  due: { principal: 9_000 },
  state: 'missed',
});
const position: Position = {
  ...emptyPosition('CNY'),
  instalments: [instalment(1, '2026-01-10'), instalment(2, '2026-03-10')],
  accelerations: [
    { accelerationId: 'a-1', on: '2026-02-01', from: 2, due: { principal: 50_000 } },
    { accelerationId: 'a-2', on: '2026-02-05', from: 2, due: { principal: 1 }, against: ['UK-DN-1-ACCELERATE'] },
  ],
  restructurings: [
    {
      restructuringId: 'r-1',
      on: '2026-02-20',
      replaces: { from: 1, to: 12 },
      takenOver: { principal: 59_000 },
      overdue: 'capitalised',
      instalments: [],
    },
  ],
};

describe('a contract that changed, explained', () => {
  it('names each change on its day, with what was overdue then', () => {
    const { steps } = explainDpd(position, '2026-04-01', rules);

    expect(steps.map(({ on, because, arrears }) => [on, because.map(({ what }) => what).join(), arrears])).toEqual([
      ['2026-01-10', 'fell-due', 9_000],
      ['2026-02-01', 'accelerated', 59_000],
      ['2026-02-20', 'restructured', 0],
    ]);
  });

  it('tells of each debt what a new schedule stands for, and what is open adds up', () => {
    const { debts, payoff } = explainPosition(position, '2026-04-01', rules);

    expect(debts.map(({ source, due, open, replaced }) => ({ source, due, open, replaced }))).toEqual([
      { source: 'instalment', due: 9_000, open: 0, replaced: 9_000 },
      { source: 'acceleration', due: 50_000, open: 0, replaced: 50_000 },
    ]);
    expect(payoff).toBe(0);
  });
});
