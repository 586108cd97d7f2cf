import { describe, expect, it } from 'vitest';
import type { LoanFact } from '../case/loan-fact.js';
import { amountsOn, dpdOn } from './arrears.js';
import { emptyPosition, foldLoanFact } from './fold-position.js';
import { openHistories } from './penalty/open-history.js';
import { playedLedger } from './allocate-payments.js';
import { plainRules } from './allocation-order.js';
import { contractOrder } from './components.js';
import type { Components } from './money.js';
import type { Position } from './position.js';

const head = { eventId: 'e', occurredAt: '2026-06-01T00:00:00.000Z', currency: 'CNY' };
const missed = (number: number, dueOn: string, due: Components = { principal: 9_000, interest: 1_000 }): LoanFact => ({
  ...head,
  type: 'instalment-missed',
  terms: {
    version: 1,
    product: 'cash-loan',
    currency: 'CNY',
    zone: 'UTC',
    jurisdiction: 'CN',
    graceDays: 0,
    tolerance: 0,
    debtors: [],
  },
  instalment: { number, dueOn, due },
  asOf: dueOn,
  arrearsTotal: 10_000,
  outstandingTotal: 100_000,
});
const paid = (paymentId: string, amount: number, valueDate: string): LoanFact => ({
  ...head,
  type: 'payment-received',
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T00:00:00.000Z`,
  method: 'transfer',
  payer: 'debtor',
});
const accelerated = (change: object = {}): LoanFact => ({
  ...head,
  type: 'loan-accelerated',
  accelerationId: 'a-1',
  on: '2026-03-10',
  from: 3,
  due: { principal: 81_000, interest: 500 },
  arrearsTotal: 101_500,
  outstandingTotal: 101_500,
  ...change,
});
const undone = (undoneOn = '2026-04-20'): LoanFact => ({
  ...head,
  type: 'acceleration-undone',
  accelerationId: 'a-1',
  undoneOn,
  because: 'agreed',
});
const restructured = (change: object = {}): LoanFact => ({
  ...head,
  type: 'loan-restructured',
  restructuringId: 'r-1',
  on: '2026-03-01',
  replaces: { from: 1, to: 12 },
  takenOver: { principal: 18_000, interest: 2_000 },
  overdue: 'capitalised',
  instalments: [
    { number: 13, dueOn: '2026-04-01', due: { principal: 55_000, interest: 600 } },
    { number: 14, dueOn: '2026-05-01', due: { principal: 55_000, interest: 300 } },
  ],
  arrearsTotal: 0,
  outstandingTotal: 110_900,
  ...change,
});
const told = (...facts: LoanFact[]): Position =>
  facts.reduce((position, fact) => {
    const folded = foldLoanFact(position, fact);
    if ('refused' in folded) throw new Error(folded.reason);
    return folded.position;
  }, emptyPosition('CNY'));
const two = [missed(1, '2026-01-10'), missed(2, '2026-02-10')];

describe('an acceleration', () => {
  it('makes all that is outstanding due on its day, and leaves days past due to the oldest unpaid instalment', () => {
    const position = told(...two, accelerated());

    expect(amountsOn(position, '2026-03-09').arrears).toBe(20_000);
    const { arrears, oldestUnpaidDueOn, byInstalment } = amountsOn(position, '2026-03-10');
    expect(arrears).toBe(101_500);
    expect(dpdOn(oldestUnpaidDueOn, '2026-03-10')).toBe(59);
    expect(byInstalment.at(-1)).toEqual({
      number: 3,
      dueOn: '2026-03-10',
      unpaid: { principal: 81_000, interest: 500 },
    });
  });

  it('owes none of the instalments it stands for beside it, told before or after', () => {
    const third = missed(3, '2026-03-10');

    expect(amountsOn(told(...two, third, accelerated()), 'now').arrears).toBe(101_500);
    expect(amountsOn(told(...two, accelerated(), third), 'now').arrears).toBe(101_500);
  });

  it('undone, never was: the instalments of the days since are owed as they fell due, and the money met them', () => {
    const position = told(...two, accelerated(), undone(), missed(3, '2026-03-10'), paid('p', 25_000, '2026-03-20'));

    expect(amountsOn(position, '2026-04-19').arrears).toBe(76_500);
    expect(amountsOn(position, '2026-04-20')).toMatchObject({ arrears: 5_000, oldestUnpaidDueOn: '2026-03-10' });
  });

  it('undone before it was told of, waits to be', () => {
    expect(told(...two, undone(), accelerated())).toEqual(told(...two, accelerated(), undone()));
  });

  it('of which the law wants a notice nobody proved, makes nothing due', () => {
    const position = told(...two, accelerated({ against: ['UK-DN-1-ACCELERATE'] }), missed(3, '2026-03-10'));

    expect(amountsOn(position, 'now').arrears).toBe(30_000);
  });

  it('bears charges for lateness from its day until the day it was undone', () => {
    const histories = openHistories(told(...two, accelerated(), undone()), '2026-05-01');

    expect(histories.find(({ number }) => number === 3)?.open).toMatchObject([
      { from: '2026-03-10', unpaid: { principal: 81_000 } },
      { from: '2026-04-20', unpaid: {} },
    ]);
  });

  it('told again with another sum is refused', () => {
    expect(foldLoanFact(told(...two, accelerated()), accelerated({ due: { principal: 1 } }))).toMatchObject({
      refused: 'acceleration-differs',
      field: 'due',
    });
  });
});

describe('a restructuring', () => {
  it('takes over what was overdue, and only what of the new schedule is missed is owed', () => {
    const position = told(...two, restructured());

    expect(amountsOn(position, '2026-02-28').arrears).toBe(20_000);
    expect(amountsOn(position, 'now').arrears).toBe(0);
    const missedAnew = missed(13, '2026-04-01', { principal: 55_000, interest: 600 });
    expect(amountsOn(told(...two, restructured(), missedAnew), 'now')).toMatchObject({
      arrears: 55_600,
      oldestUnpaidDueOn: '2026-04-01',
    });
  });

  it('does not forgive what servicing did not take over: money taken back afterwards is owed again', () => {
    const reversed: LoanFact = {
      ...head,
      type: 'payment-reversed',
      paymentId: 'p',
      reversedOn: '2026-03-15',
      reason: 'returned',
    };
    const kept = [
      ...two,
      paid('p', 4_000, '2026-02-20'),
      restructured({ takenOver: { principal: 15_000, interest: 1_000 } }),
    ];

    expect(amountsOn(told(...kept), 'now').arrears).toBe(0);
    expect(amountsOn(told(...kept, reversed), 'now').arrears).toBe(4_000);
  });

  it('notes what servicing took over and nothing of ours is open for', () => {
    const late = told(...two, restructured(), paid('p', 4_000, '2026-02-20'));

    const { short } = playedLedger(late, 'now', plainRules(contractOrder));
    expect(short.get('r-1')).toEqual({ interest: 1_000, principal: 3_000 });
  });

  it('owes nothing of an old instalment that was due later, told before or after', () => {
    const third = missed(3, '2026-03-10');

    expect(amountsOn(told(...two, third, restructured()), 'now').arrears).toBe(0);
    expect(amountsOn(told(...two, restructured(), third), 'now').arrears).toBe(0);
  });

  it('takes over an acceleration, and its own instalments are none that the acceleration stands for', () => {
    const missedAnew = missed(13, '2026-04-01', { principal: 55_000, interest: 600 });
    const takenOver = { principal: 99_000, interest: 2_500 };
    const schedule = restructured({ on: '2026-03-20', takenOver });

    expect(amountsOn(told(...two, accelerated(), schedule, missedAnew), 'now').arrears).toBe(55_600);
  });

  it.each<[string, object, string, string]>([
    ['numbers that another schedule bills', { restructuringId: 'r-2' }, 'instalment-overlaps', 'instalments'],
    ['another day', { on: '2026-03-02' }, 'restructuring-differs', 'on'],
    ['another currency', { currency: 'USD' }, 'currency-differs', 'currency'],
  ])('told with %s is refused, and the first telling stays', (_, change, refused, field) => {
    expect(foldLoanFact(told(...two, restructured()), restructured(change))).toMatchObject({ refused, field });
  });

  it.each<[string, object, object]>([
    ['of the same day', {}, { refused: 'instalment-overlaps', field: 'replaces' }],
    ['of later, for what is replaced', { on: '2026-03-20' }, { refused: 'instalment-overlaps', field: 'replaces' }],
    ['of later, for what is billed anew', { on: '2026-03-20', replaces: { from: 1, to: 14 } }, { position: {} }],
  ])('beside another %s, is refused where both would bill the debt', (_, change, said) => {
    const instalments = [{ number: 15, dueOn: '2026-09-01', due: { principal: 200_000 } }];
    const other = restructured({ restructuringId: 'r-2', instalments, ...change });
    expect(foldLoanFact(told(...two, restructured()), other)).toMatchObject(said);
    expect(foldLoanFact(told(...two, other), restructured())).toMatchObject(said);
  });

  it('is refused when an instalment of its number is known with other content, and the other way about', () => {
    const other = missed(13, '2026-04-02', { principal: 1 });

    expect(foldLoanFact(told(...two, other), restructured())).toMatchObject({ refused: 'instalment-differs' });
    expect(foldLoanFact(told(...two, restructured()), other)).toMatchObject({
      refused: 'instalment-differs',
      field: 'instalment.dueOn',
    });
  });
});

describe('a change of creditor', () => {
  const changed = (change: object = {}): LoanFact => ({
    ...head,
    type: 'creditor-changed',
    changeId: 'c-1',
    to: 'east-amc',
    on: '2026-03-01',
    ...change,
  });

  it('is told once more when its notice is proved, in either order, and not otherwise', () => {
    const proved = changed({ notifiedOn: '2026-03-05' });

    expect(told(...two, changed(), proved)).toEqual(told(...two, proved, changed()));
    expect(told(...two, changed(), proved).creditors).toEqual([
      { changeId: 'c-1', to: 'east-amc', on: '2026-03-01', notifiedOn: '2026-03-05' },
    ]);
    expect(foldLoanFact(told(...two, proved), changed({ to: 'west-amc' }))).toMatchObject({
      refused: 'creditor-differs',
      field: 'to',
    });
  });
});
