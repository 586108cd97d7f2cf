import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day-arithmetic.js';
import type { LoanFact } from '../case/loan-fact.js';
import type { Terms } from '../case/terms.js';
import { emptyPosition, foldLoanFact } from './fold-position.js';
import type { Components } from './money.js';
import type { Position } from './position.js';

const terms: Terms = {
  version: 1,
  product: 'consumer',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 0,
  tolerance: 0,
  debtors: [{ personId: 'p1', role: 'borrower' }],
};
const occurredAt = '2026-02-01T00:00:00.000Z';

const missed = (
  number: number,
  due: Components = { principal: 90_000, interest: 10_000 },
  asOf = '2026-02-02',
  outstandingTotal = 1_000_000,
): LoanFact => ({
  type: 'instalment-missed',
  eventId: `missed-${number}-${asOf}`,
  occurredAt,
  terms,
  instalment: { number, dueOn: addDays('2026-02-01', 30 * (number - 1)), due },
  asOf,
  arrearsTotal: 100_000,
  outstandingTotal,
});
const met = (number: number): LoanFact => ({
  type: 'instalment-met',
  eventId: `met-${number}`,
  occurredAt,
  instalment: { number, dueOn: addDays('2026-02-01', 30 * (number - 1)), due: { principal: 90_000, interest: 10_000 } },
  asOf: '2026-05-01',
});
const paid = (
  paymentId: string,
  amount = 50_000,
  valueDate = '2026-02-10',
  receivedAt = '2026-02-10T03:00:00.000Z',
): LoanFact => ({
  type: 'payment-received',
  eventId: `paid-${paymentId}-${receivedAt}`,
  occurredAt,
  paymentId,
  amount,
  currency: 'CNY',
  valueDate,
  receivedAt,
  method: 'transfer',
  payer: 'debtor',
});
const reversed = (paymentId: string, reversedOn = '2026-02-20'): LoanFact => ({
  type: 'payment-reversed',
  eventId: `reversed-${paymentId}`,
  occurredAt,
  paymentId,
  reversedOn,
  reason: 'returned',
});

const fold = (facts: LoanFact[], from: Position = emptyPosition('CNY')): Position =>
  facts.reduce((position, fact) => {
    const folded = foldLoanFact(position, fact);
    if ('refused' in folded) throw new Error(`${folded.refused}: ${folded.reason}`);
    return folded.position;
  }, from);

describe('the position', () => {
  it('is the same whatever order its events arrive in, however often each comes', () => {
    const history: LoanFact[] = [
      missed(1),
      missed(2, { principal: 90_000, interest: 10_000 }, '2026-03-04', 950_000),
      missed(3, { principal: 90_000, interest: 10_000 }, '2026-03-04', 940_000),
      met(4),
      met(3),
      paid('a'),
      paid('b', 70_000, '2026-01-30'),
      paid('b', 70_000, '2026-01-30', '2026-02-11T03:00:00.000Z'),
      paid('c', 1, '2026-02-10'),
      reversed('a'),
      reversed('never-came', '2026-02-21'),
    ];
    const inOrder = fold(history);
    const anyArrival = fc
      .tuple(
        fc.shuffledSubarray(history, { minLength: history.length }),
        fc.array(fc.constantFrom(...history), { maxLength: 12 }),
      )
      .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }));
    fc.assert(
      fc.property(anyArrival, (arrived) => {
        expect(fold(arrived)).toEqual(inOrder);
      }),
    );
  });

  it('is the same object after an event it knows: nothing needs writing', () => {
    const known = fold([missed(1), paid('a'), reversed('a'), reversed('b')]);
    for (const again of [missed(1), paid('a'), reversed('a'), reversed('b')]) {
      const folded = foldLoanFact(known, again);
      expect('position' in folded && folded.position).toBe(known);
    }
  });

  it('remembers a reversal that comes before its payment, and takes the money back when it comes', () => {
    const early = fold([reversed('a')]);
    expect(early.earlyReversals).toEqual([{ paymentId: 'a', reversedOn: '2026-02-20' }]);
    const late = fold([paid('a')], early);
    expect(late.payments).toEqual([expect.objectContaining({ paymentId: 'a', reversedOn: '2026-02-20' })]);
    expect(late).not.toHaveProperty('earlyReversals');
  });

  it('takes the outstanding total of the latest day, not of the latest arrival', () => {
    const latest = missed(2, { principal: 1 }, '2026-03-05', 800_000);
    expect(fold([latest, missed(1, { principal: 2 }, '2026-02-02', 900_000)])).toMatchObject({
      outstanding: 800_000,
      outstandingAsOf: '2026-03-05',
    });
  });

  it('takes an instalment told both missed and met as missed', () => {
    expect(fold([met(1), missed(1)]).instalments).toMatchObject([{ number: 1, state: 'missed' }]);
    expect(fold([missed(1), met(1)]).instalments).toMatchObject([{ number: 1, state: 'missed' }]);
  });

  it('takes an absent component as zero', () => {
    expect(fold([missed(1, { principal: 5 }), missed(1, { principal: 5, penalty: 0 })]).instalments).toHaveLength(1);
  });

  it('does not change by events that are not about money', () => {
    const known = fold([missed(1)]);
    for (const type of ['person-died', 'person-insolvent', 'person-opted-out'] as const) {
      expect(foldLoanFact(known, { type, eventId: 'e', occurredAt, personId: 'p1' })).toEqual({ position: known });
    }
    const guarded = { type: 'person-protected', personId: 'p1', reason: 'breathing-space' } as const;
    expect(foldLoanFact(known, { ...guarded, eventId: 'e', occurredAt })).toEqual({ position: known });
    expect(foldLoanFact(known, { type: 'loan-closed', eventId: 'e', occurredAt, reason: 'sold' })).toEqual({
      position: known,
    });
  });
});

describe('a contradiction', () => {
  const known = fold([missed(1), paid('a'), reversed('a')]);

  it.each<[string, LoanFact, { refused: string; field: string }]>([
    ['a payment with another amount', paid('a', 50_001), { refused: 'payment-differs', field: 'amount' }],
    [
      'a payment with another value date',
      paid('a', 50_000, '2026-02-11'),
      { refused: 'payment-differs', field: 'valueDate' },
    ],
    [
      'a payment in another currency',
      { ...paid('z'), currency: 'USD' } as LoanFact,
      { refused: 'currency-differs', field: 'currency' },
    ],
    ['a payment of nothing', paid('z', 0), { refused: 'amount-invalid', field: 'amount' }],
    ['a payment of part of a fen', paid('z', 0.5), { refused: 'amount-invalid', field: 'amount' }],
    ['a reversal on another day', reversed('a', '2026-02-21'), { refused: 'reversal-differs', field: 'reversedOn' }],
    [
      'an instalment of another amount',
      missed(1, { principal: 90_001, interest: 10_000 }),
      { refused: 'instalment-differs', field: 'instalment.due' },
    ],
    [
      'an instalment due on another day',
      { ...missed(1), instalment: { number: 1, dueOn: '2026-02-03', due: {} } } as LoanFact,
      { refused: 'instalment-differs', field: 'instalment.dueOn' },
    ],
    [
      'terms in another currency',
      { ...missed(2), terms: { ...terms, currency: 'USD' } } as LoanFact,
      { refused: 'currency-differs', field: 'terms.currency' },
    ],
  ])('%s is refused by field and reason', (_, fact, expected) => {
    const folded = foldLoanFact(known, fact);
    expect(folded).toMatchObject(expected);
    expect('reason' in folded && folded.reason.length).toBeGreaterThan(10);
  });

  it('between two early reversals is refused too', () => {
    expect(foldLoanFact(fold([reversed('x')]), reversed('x', '2026-03-01'))).toMatchObject({
      refused: 'reversal-differs',
    });
  });
});
