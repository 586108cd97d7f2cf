import { describe, expect, it } from 'vitest';
import type { LoanFact } from '../case/loan-fact.js';
import { amountsOn } from './arrears.js';
import { emptyPosition, foldLoanFact } from './fold-position.js';
import type { Position } from './position.js';

const head = { eventId: 'e', occurredAt: '2026-03-10T02:00:00.000Z', currency: 'CNY' };
const accelerated = (change: object = {}): LoanFact => ({
  ...head,
  type: 'loan-accelerated',
  accelerationId: 'a-1',
  on: '2026-03-10',
  from: 3,
  due: { principal: 81_500 },
  arrearsTotal: 81_500,
  outstandingTotal: 81_500,
  ...change,
});
const undone: LoanFact = {
  ...head,
  type: 'acceleration-undone',
  accelerationId: 'a-1',
  undoneOn: '2026-04-20',
  because: 'agreed',
};
const told = (...facts: LoanFact[]): Position =>
  facts.reduce((position, fact) => {
    const folded = foldLoanFact(position, fact);
    if ('refused' in folded) throw new Error(folded.reason);
    return folded.position;
  }, emptyPosition('CNY'));

describe('an acceleration', () => {
  it('told again with the proof of its notice is judged anew, and told without it once more stays so', () => {
    const sent = { kind: 'default', sentOn: '2026-02-01' };
    const first = accelerated({ notice: sent, against: ['UK-DN-1-ACCELERATE'] });
    const proved = accelerated({ notice: { ...sent, provedOn: '2026-02-03' } });
    const stands = told(first, proved);

    expect(stands.accelerations).toMatchObject([{ notice: { provedOn: '2026-02-03' } }]);
    expect(stands.accelerations?.[0]?.against).toBeUndefined();
    expect(amountsOn(stands, 'now').arrears).toBe(81_500);
    expect(told(proved, first)).toEqual(stands);
    expect(told(accelerated({ against: ['UK-DN-1-ACCELERATE'] }), proved)).toEqual(stands);
    expect(told(first, undone, proved).accelerations).toMatchObject([{ undoneOn: '2026-04-20' }]);
  });

  it('told again with another notice, or proved on another day, is refused', () => {
    const notice = { kind: 'default', sentOn: '2026-02-01', provedOn: '2026-02-03' };
    for (const other of [{ sentOn: '2026-02-02' }, { kind: 'legal' }, { provedOn: '2026-02-04' }])
      expect(
        foldLoanFact(told(accelerated({ notice })), accelerated({ notice: { ...notice, ...other } })),
      ).toMatchObject({ refused: 'acceleration-differs', field: 'notice' });
  });
});
