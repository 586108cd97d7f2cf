import { describe, expect, it } from 'vitest';
import { agreementContents, agreementHash } from './agreement-contents.js';
import type { ArrangementTerms } from './arrangement.js';

const terms: ArrangementTerms = {
  kind: 'repayment-plan',
  over: 'all',
  currency: 'CNY',
  owed: { principal: 100_000, penalty: 2_000 },
  discount: { penalty: 2_000 },
  layout: { instalments: 3, firstOn: '2026-01-31', first: 40_000, each: 30_000, last: 30_000 },
  accrues: false,
  graceDays: 3,
  postingDays: 2,
  cureDays: 10,
  tolerance: 0,
};
const parties = {
  loanId: 'loan-1',
  debtors: ['p1'],
  product: 'credit-card',
  proposedOn: '2026-01-10',
  offerUntil: '2026-01-25',
};

describe('what an agreement says', () => {
  it('is all that the record of a plan must hold (CN-PLAN-2)', () => {
    expect(agreementContents(terms, parties)).toMatchObject({
      balance: 102_000,
      structure: { principal: 100_000, penalty: 2_000 },
      currency: 'CNY',
      cycle: 'monthly',
      method: 'equal-instalments-after-first',
      accrues: false,
    });
    const { schedule, clauses } = agreementContents(terms, parties);
    expect(schedule.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
      ['2026-01-31', 40_000],
      ['2026-02-28', 30_000],
      ['2026-03-31', 30_000],
    ]);
    for (const clause of ['no-new-cards', 'charges-rest', 'right-to-statement', 'pay-on-time', 'default'] as const)
      expect(clauses).toContain(clause);
  });

  it('promises no new card only for cards, a discount only where there is one, and the contract only beside arrears', () => {
    const of = (change: Partial<ArrangementTerms>, product = 'cash-loan') =>
      agreementContents({ ...terms, ...change }, { ...parties, product }).clauses;
    expect(of({})).not.toContain('no-new-cards');
    expect(of({}, 'card-instalment')).toContain('no-new-cards');
    expect(of({ discount: {} })).not.toContain('discount-only-if-kept');
    expect(of({ over: 'arrears' })).toContain('contract-goes-on');
    expect(of({ over: 'all' })).not.toContain('contract-goes-on');
    expect(of({ accrues: true })).toContain('charges-run-on');
    expect(of({ cureDays: 0 })).not.toContain('cure');
  });

  it('has another hash whenever it says anything else', () => {
    const hash = (change: Partial<ArrangementTerms>) =>
      agreementHash(agreementContents({ ...terms, ...change }, parties));
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({})).toBe(hash({}));
    const others = [{ graceDays: 4 }, { accrues: true }, { currency: 'USD' }, { over: 'arrears' as const }].map(hash);
    expect(new Set([hash({}), ...others]).size).toBe(5);
  });
});
