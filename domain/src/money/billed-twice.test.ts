import { describe, expect, it } from 'vitest';
import { billedTwice } from './billed-twice.js';
import type { LoanFact } from '../case/loan-fact.js';
import { amountsOn } from './arrears.js';
import { emptyPosition, foldLoanFact } from './fold-position.js';
import type { Position } from './position.js';

const head = { eventId: 'e', occurredAt: '2026-06-01T00:00:00.000Z', currency: 'CNY' };
const terms = {
  version: 1,
  product: 'cash-loan',
  currency: 'CNY',
  zone: 'UTC',
  jurisdiction: 'CN',
  graceDays: 0,
  tolerance: 0,
  debtors: [],
};
const missed = (number: number, dueOn: string): LoanFact => ({
  ...head,
  type: 'instalment-missed',
  terms,
  instalment: { number, dueOn, due: { principal: 10_000 } },
  asOf: dueOn,
  arrearsTotal: 10_000,
  outstandingTotal: 100_000,
});
/** Stands for all from the second instalment on, which falls due on 10 February. */
const accelerated = (on: string, change: object = {}): LoanFact => ({
  ...head,
  type: 'loan-accelerated',
  accelerationId: 'a-1',
  on,
  from: 2,
  due: { principal: 80_000 },
  arrearsTotal: 90_000,
  outstandingTotal: 90_000,
  ...change,
});
const undone: LoanFact = {
  ...head,
  type: 'acceleration-undone',
  accelerationId: 'a-1',
  undoneOn: '2026-04-20',
  because: 'agreed',
};
const [first, second] = [missed(1, '2026-01-10'), missed(2, '2026-02-10')];
const told = (...facts: LoanFact[]): Position =>
  facts.reduce((position, fact) => {
    const folded = foldLoanFact(position, fact);
    if ('refused' in folded) throw new Error(folded.reason);
    return folded.position;
  }, emptyPosition('CNY'));

describe('an acceleration and an instalment of before its day', () => {
  it('of those it stands for contradict each other, whichever comes second: it would be owed twice', () => {
    const late = accelerated('2026-03-10');

    expect(foldLoanFact(told(first, second), late)).toMatchObject({ refused: 'instalment-overlaps', field: 'from' });
    expect(foldLoanFact(told(first, late), second)).toMatchObject({
      refused: 'instalment-overlaps',
      field: 'instalment.number',
    });
  });

  it('go together where it fell due on that day: the acceleration stands for it', () => {
    expect(amountsOn(told(first, second, accelerated('2026-02-10')), 'now').arrears).toBe(90_000);
  });

  it.each<[string, LoanFact[]]>([
    ['is undone', [accelerated('2026-03-10'), undone]],
    ['wants a notice that nobody proved', [accelerated('2026-03-10', { against: ['UK-DN-1-ACCELERATE'] })]],
  ])('go together where the acceleration %s', (_, facts) => {
    expect(amountsOn(told(first, ...facts, second), 'now').arrears).toBe(20_000);
  });

  it('go together where a schedule made since then bills it', () => {
    const acceleration = { accelerationId: 'a-1', on: '2026-03-10', from: 2, due: { principal: 80_000 } };
    const instalment = { number: 13, dueOn: '2026-03-05', due: { principal: 1 } };
    const restructuring = {
      restructuringId: 'r-1',
      on: '2026-03-10',
      replaces: { from: 1, to: 12 },
      takenOver: {},
      overdue: 'billed-anew' as const,
      instalments: [instalment],
    };

    expect(billedTwice({}, acceleration, instalment)).toBe(true);
    expect(billedTwice({ restructurings: [restructuring] }, acceleration, instalment)).toBe(false);
  });
});
