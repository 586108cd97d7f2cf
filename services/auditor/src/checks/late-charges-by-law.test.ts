import { describe, expect, test } from 'vitest';
import { countsOf } from '../counts.js';
import type { Evidence } from '../evidence.js';
import { moneyByLaw } from '../law/money-by-law.js';
import { layOut } from '../lay-out.js';
import type { News } from '../news.js';
import { coverOf, newsOf, under } from '../testing/charged-evidence.js';
import { law } from '../testing/clean-evidence.js';
import { place, recall } from '../testing/plant.js';
import { lateChargesOff } from './late-charges-off.js';

describe('what the law makes of terms', () => {
  const underLaw = (product: string, lateCharge: Record<string, unknown>, told: [number, number, number]): Evidence => {
    const evidence = under(lateCharge, told);
    for (const loan of evidence.loans) if (loan.loanId === 'L1') loan.product = product;
    for (const each of newsOf(evidence, 'e1'))
      if (each.news === 'terms') each.costs = { principal: [{ from: '2025-12-01', amount: 5_000 }] };
    return evidence;
  };

  test('binds what was told on a position from which on the law was asked, and leaves what was told before to what was agreed', () => {
    const askedFrom = (lawFrom: number, told: [number, number, number]): Evidence => {
      const evidence = underLaw('assisted-loan', {}, told);
      for (const loan of evidence.loans) if (loan.loanId === 'L1') loan.lawFrom = lawFrom;
      coverOf(evidence, place).readPosition = 1;
      coverOf(evidence, recall).readPosition = 2;
      return evidence;
    };
    const rightly = askedFrom(2, [25, 365, 361]);
    expect(lateChargesOff(rightly).violations).toEqual([]);
    expect(countsOf(rightly).lateBeforeLaw).toBe(2);

    expect(lateChargesOff(askedFrom(2, [25, 365, 390])).violations).toEqual([
      expect.stringContaining('by terms and events 361 for lateness until 2026-03-21'),
      expect.stringContaining('t/L1/1 notes: 390 for lateness'),
    ]);
    expect(lateChargesOff(askedFrom(1, [25, 365, 361])).violations).toEqual([
      expect.stringContaining('by terms and events 341 for lateness until 2026-03-15'),
    ]);
  });

  test('caps an assisted loan at 24 % a year though nothing was agreed, and one fen more is found', () => {
    // 50.00 for 104 and 110 days since signing: 3.41 and 3.61, cut off; 5 fen a day would be 3.65 and 3.90.
    expect(lateChargesOff(underLaw('assisted-loan', {}, [25, 341, 361])).violations).toEqual([]);
    expect(lateChargesOff(underLaw('consumer-loan', {}, [25, 365, 390])).violations).toEqual([]);
    expect(lateChargesOff(underLaw('assisted-loan', {}, [25, 342, 361])).violations).toEqual([
      expect.stringContaining('342 for lateness until 2026-03-15, 5342 in all, by terms and events 341 for lateness'),
    ]);
  });

  test('lets nobody be told of more than one and a half times the contract’s rate, nor of private interest without an LPR', () => {
    const more = { contractRatePpm: 100_000, penalty: { base: 'principal', rate: { contractPermille: 1_501 } } };
    const charges = (evidence: Evidence): number => lateChargesOff(evidence).violations.length;
    expect(charges(underLaw('consumer-loan', more, [25, 365, 390]))).toBe(4);
    expect(charges(underLaw('private-loan', { lender: 'private' }, [25, 365, 390]))).toBe(4);
    expect(lateChargesOff(underLaw('private-loan', {}, [25, 365, 390])).violations[0]).toContain(
      'by terms and events 0 for lateness',
    );
  });

  test('lays the money of a card loan out by the law’s order, principal first from 91 days past due', () => {
    const silent = { allocation: undefined, startOn: '2026-01-01', costs: { principal: [] } };
    const { order = [] } = moneyByLaw(
      law.money ?? [],
      { jurisdiction: 'CN', product: 'credit-card' },
      silent,
      '2026-01-01',
    );

    expect(order.map(({ fromDpd, components }) => [fromDpd, components[0]])).toEqual([
      [0, 'costs'],
      [91, 'principal'],
    ]);
    const owed: News = {
      news: 'instalment',
      number: 1,
      dueOn: '2026-01-01',
      due: 300,
      met: false,
      parts: { principal: 200, interest: 100 },
    };
    const left = (valueDate: string): number[] | undefined =>
      layOut(
        [owed, { news: 'payment', paymentId: 'p', amount: 100, currency: 'CNY', valueDate }],
        '~',
        order,
      )?.debts.map(({ open }) => open);
    expect(left('2026-04-01')).toEqual([200, 0]);
    expect(left('2026-04-02')).toEqual([100, 100]);
  });
});
