import { describe, expect, it } from 'vitest';
import { lawOf } from '../../../test/builders/law-of.js';
import { lawRule } from '../../../test/builders/law-rule.js';
import { creditLaw, creditLoan, furnishRead } from '../../../test/builders/credit-loan.js';
import { endOfConduct } from './credit-state.js';
import { judgeFurnishing } from './judge-furnishing.js';

const late = creditLoan(['2025-12-10']);
const judged = (how = {}, loan = late, month = '2025-12') =>
  judgeFurnishing(furnishRead(loan, month, how), month, creditLaw);

describe('five years after the conduct ended (征信业管理条例 art. 16)', () => {
  const paid = creditLoan(['2025-12-10'], [{ on: '2026-01-08', amount: 100_000 }]);
  const december = judged().rows[0];
  const furnished = december ? [{ month: '2025-12', state: december.state, adverse: true }] : [];

  it('the conduct is over on the day the money counts from', () => {
    expect(endOfConduct(paid, '2025-12')).toBe('2026-01-08');
    expect(endOfConduct(late, '2025-12')).toBeUndefined();
  });

  it('the conduct is over on the day a new schedule takes the place of what was overdue, not with the next payment', () => {
    const restructured = creditLoan(['2025-12-10'], [{ on: '2026-04-20', amount: 10_000 }]);
    restructured.position.restructurings = [
      {
        restructuringId: 'r1',
        on: '2026-01-15',
        replaces: { from: 1, to: 12 },
        takenOver: { principal: 90_000, interest: 10_000 },
        overdue: 'billed-anew',
        instalments: [{ number: 13, dueOn: '2026-07-10', due: { principal: 90_000, interest: 10_000 } }],
      },
    ];
    expect(endOfConduct(restructured, '2025-12')).toBe('2026-01-15');
  });

  it('the conduct is over on the day from which an acceleration never was', () => {
    const undone = creditLoan([], [{ on: '2026-04-20', amount: 10_000 }]);
    undone.position.accelerations = [
      { accelerationId: 'a1', on: '2025-12-10', from: 1, due: { principal: 90_000 }, undoneOn: '2026-01-15' },
    ];
    expect(endOfConduct(undone, '2025-12')).toBe('2026-01-15');
  });

  it('the month is no longer told, and until then it is', () => {
    // 1,826 days after 2026-01-08 is 2031-01-08.
    const told = judged({ furnished }, paid, '2030-12').rows;
    expect(told).toMatchObject([{ history: [{ month: '2025-12' }] }]);
    expect(judged({ furnished, at: '2031-01-08T15:00:00.000Z' }, paid, '2030-12').rows).toHaveLength(1);
    expect(judged({ furnished, at: '2031-01-08T16:00:00.000Z' }, paid, '2030-12')).toEqual({ rows: [], gates: {} });
  });

  it('what has not ended is told however long ago it began', () => {
    expect(judged({ furnished }, late, '2031-12').rows).toMatchObject([
      { adverse: true, firstDelinquentOn: '2025-12-10', history: [{ month: '2025-12' }] },
    ]);
  });
});

describe('seven years from 180 days after the first delinquency (15 USC 1681c)', () => {
  const law = lawOf(
    lawRule('legal-clock', {
      id: 'US-FCRA-1',
      clock: 'credit-report-item',
      length: { count: 7, unit: 'years' },
      startsOn: 'first-delinquency-plus-180-days',
      afterExpiry: ['deletes-record'],
    }),
  );
  const closed = { reason: 'uncollectable', at: '2026-05-20T04:00:00.000Z' } as const;
  const rows = (month: string, how = {}) => {
    const read = furnishRead(creditLoan(['2025-12-10'], [], how), month);
    return judgeFurnishing(read, month, law);
  };

  // 180 days after 2025-12-10 is 2026-06-08.
  it.each([
    ['late', {}],
    ['written-off', { closed }],
  ])('the month itself is told no more of a loan that is %s', (_what, how) => {
    expect(rows('2033-04', how).rows).toMatchObject([{ adverse: true, firstDelinquentOn: '2025-12-10' }]);
    expect(rows('2033-06', how)).toEqual({ rows: [], gates: {} });
  });
});
