import { describe, expect, it } from 'vitest';
import type { LoanFact } from '../case/loan-fact.js';
import { amountsOn } from './arrears.js';
import { emptyPosition, foldLoanFact } from './fold-position.js';
import { lateChargeStatement } from './penalty/late-charge-statement.js';
import type { Position } from './position.js';

const head = { eventId: 'e', occurredAt: '2026-03-20T02:00:00.000Z', currency: 'CNY' };
const accelerated: LoanFact = {
  ...head,
  type: 'loan-accelerated',
  accelerationId: 'a-1',
  on: '2026-03-20',
  from: 2,
  due: { principal: 10_000_000 },
  arrearsTotal: 10_000_000,
  outstandingTotal: 10_000_000,
};
const undone = (because: 'agreed' | 'paid' | 'told-in-error'): LoanFact => ({
  ...head,
  type: 'acceleration-undone',
  accelerationId: 'a-1',
  undoneOn: '2026-03-24',
  because,
});
const told = (...facts: LoanFact[]): Position =>
  facts.reduce((position, fact) => {
    const folded = foldLoanFact(position, fact);
    if ('refused' in folded) throw new Error(folded.reason);
    return folded.position;
  }, emptyPosition('CNY'));

/** Four days at 18 % a year, and 5 % agreed damages once. */
const charged = (position: Position) => {
  const said = lateChargeStatement(
    {
      terms: {
        lender: 'licensed',
        dayCount: 'act/365f',
        rounding: { mode: 'half-up', point: 'end' },
        penalty: {
          clause: '8',
          base: 'principal',
          rate: { yearlyPpm: 180_000 },
          tiers: [],
          grace: { days: 0, chargedFrom: 'due-date' },
        },
        damages: { clause: '9', per: 'loan', graceDays: 0, charge: { ppm: 50_000, of: 'principal' } },
        caps: [],
      },
      startOn: '2026-01-01',
      position,
    },
    '2026-06-01',
  );
  return 'statement' in said ? said.statement.total : said.refused;
};

describe('an acceleration undone', () => {
  it('as told in error never was, on no day: nothing was overdue and nothing is charged', () => {
    const position = told(accelerated, undone('told-in-error'));

    expect(amountsOn(position, '2026-03-21').arrears).toBe(0);
    expect(charged(position)).toBe(0);
    expect(told(undone('told-in-error'), accelerated)).toEqual(position);
  });

  it.each(['agreed', 'paid'] as const)('because it was %s counted on the days before', (because) => {
    const position = told(accelerated, undone(because));

    expect(amountsOn(position, '2026-03-21').arrears).toBe(10_000_000);
    expect(charged(position)).toBe(500_000 + 19_726);
    expect(told(undone(because), accelerated)).toEqual(position);
  });

  it('told again for another reason is refused, whether the acceleration is known or not', () => {
    const refused = { refused: 'acceleration-differs', field: 'because' };

    expect(foldLoanFact(told(accelerated, undone('agreed')), undone('told-in-error'))).toMatchObject(refused);
    expect(foldLoanFact(told(undone('told-in-error')), undone('paid'))).toMatchObject(refused);
  });
});
