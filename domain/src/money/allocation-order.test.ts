import { describe, expect, it } from 'vitest';
import { allocatePayments } from './allocate-payments.js';
import { oldestFirst, plainRules, type AllocationOrder, type AllocationRules } from './allocation-order.js';
import { amountsOn } from './arrears.js';
import { contractOrder, type Component } from './components.js';
import { emptyPosition } from './fold-position.js';
import type { Components } from './money.js';
import type { Instalment, Payment, Position } from './position.js';

const instalment = (number: number, dueOn: string, due: Components = { principal: 100, interest: 10 }): Instalment => ({
  number,
  dueOn,
  due,
  state: 'missed',
});
const payment = (paymentId: string, amount: number, valueDate: string, reversedOn?: string): Payment => ({
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T04:00:00.000Z`,
  ...(reversedOn !== undefined && { reversedOn }),
});
const position = (known: Partial<Position>): Position => ({ ...emptyPosition('CNY'), ...known });
const rules = (order: AllocationOrder, takenBack: AllocationRules['takenBack'] = 'principal'): AllocationRules => ({
  rows: [{ fromDpd: 0, order }],
  takenBack,
});
const interestFirst: Component[] = ['interest', 'principal'];
const three = [instalment(1, '2026-01-10'), instalment(2, '2026-02-10'), instalment(3, '2026-03-10')];

/** Where a payment went: `1 interest` 10. */
const placesOf = (known: Position, how: AllocationRules, day: string, paymentId = 'p') =>
  Object.fromEntries(
    allocatePayments(known, day, how)
      .parts.filter((part) => part.paymentId === paymentId)
      .map(({ source, id, instalment: number, component, amount }) => [
        source === 'instalment' ? `${number} ${component}` : `${id} ${component}`,
        amount,
      ]),
  );

describe('an order of allocation', () => {
  const paid = position({ instalments: three, payments: [payment('p', 115, '2026-02-10')] });

  it('horizontally pays one instalment after the other', () => {
    expect(placesOf(paid, plainRules(interestFirst), '2026-02-10')).toEqual({
      '1 interest': 10,
      '1 principal': 100,
      '2 interest': 5,
    });
  });

  it('vertically pays one component of all instalments, then the next', () => {
    const order: AllocationOrder = [
      { when: ['past-due', 'due'], components: interestFirst, by: 'component', first: 'oldest' },
    ];
    expect(placesOf(paid, rules(order), '2026-02-10')).toEqual({
      '1 interest': 10,
      '2 interest': 10,
      '1 principal': 95,
    });
  });

  it('pays the newest instalment first if it says so', () => {
    const order: AllocationOrder = [
      { when: ['past-due', 'due'], components: interestFirst, by: 'instalment', first: 'newest' },
    ];
    expect(placesOf(paid, rules(order), '2026-02-10')).toEqual({
      '2 interest': 10,
      '2 principal': 100,
      '1 interest': 5,
    });
  });

  it('pays all that is past due before what is due today, if its lanes say so', () => {
    const order: AllocationOrder = [
      { when: ['past-due'], components: interestFirst, by: 'instalment', first: 'newest' },
      { when: ['due'], components: interestFirst, by: 'instalment', first: 'newest' },
    ];
    expect(placesOf(paid, rules(order), '2026-02-10')).toMatchObject({ '1 principal': 100, '2 interest': 5 });
  });
});

describe('money that nothing due needs', () => {
  const early = position({ instalments: three, payments: [payment('p', 150, '2026-01-10')] });
  const ahead = (first: 'oldest' | 'newest') =>
    rules([
      ...oldestFirst(interestFirst),
      { when: ['in-advance'], components: interestFirst, by: 'instalment', first },
    ]);

  it('lies as credit until the next instalment falls due', () => {
    const how = plainRules(interestFirst);
    expect(allocatePayments(early, '2026-02-09', how).credit).toEqual([{ paymentId: 'p', amount: 40 }]);
    expect(placesOf(early, how, '2026-02-10')).toMatchObject({ '2 interest': 10, '2 principal': 30 });
    expect(allocatePayments(early, '2026-02-10', how).credit).toEqual([]);
  });

  it('goes to the next instalment at once, or to the last, as the order says', () => {
    expect(placesOf(early, ahead('oldest'), '2026-01-10')).toMatchObject({ '2 interest': 10, '2 principal': 30 });
    expect(placesOf(early, ahead('newest'), '2026-01-10')).toMatchObject({ '3 interest': 10, '3 principal': 30 });
  });

  it('is no arrears and pays none of what is not due', () => {
    expect(amountsOn(early, '2026-01-31', ahead('newest'))).toMatchObject({ arrears: 0, credit: 0 });
    expect(amountsOn(early, '2026-02-10', ahead('newest')).arrears).toBe(110);
  });
});

describe('days past due on the value date', () => {
  const flips: AllocationRules = {
    rows: [
      { fromDpd: 0, order: oldestFirst(['interest', 'principal']) },
      { fromDpd: 91, order: oldestFirst(['principal', 'interest']) },
    ],
    takenBack: 'principal',
  };
  const one = (on: string) =>
    position({ instalments: [instalment(1, '2026-01-10')], payments: [payment('p', 50, on)] });

  it('choose the order: interest first on day 90, principal first on day 91 (商业银行信用卡业务监督管理办法 art. 57)', () => {
    expect(placesOf(one('2026-04-10'), flips, '2026-04-10')).toEqual({ '1 interest': 10, '1 principal': 40 });
    expect(placesOf(one('2026-04-11'), flips, '2026-04-11')).toEqual({ '1 principal': 50 });
  });

  it('count on the value date, however late the money is told of', () => {
    const known = one('2026-04-10');
    expect(placesOf(known, flips, '2026-12-31')).toEqual({ '1 interest': 10, '1 principal': 40 });
  });

  it('are counted from what is still unpaid then: a payment in time keeps the order', () => {
    const two = position({
      instalments: [instalment(1, '2026-01-10'), instalment(2, '2026-04-10')],
      payments: [payment('a', 110, '2026-01-10'), payment('p', 50, '2026-04-20')],
    });
    expect(placesOf(two, flips, '2026-04-20')).toEqual({ '2 interest': 10, '2 principal': 40 });
    const bounced = {
      ...two,
      payments: [payment('a', 110, '2026-01-10', '2026-04-15'), payment('p', 50, '2026-04-20')],
    };
    expect(placesOf(bounced, flips, '2026-04-20')).toEqual({ '1 principal': 50 });
  });
});

describe('a charge with a due day of its own', () => {
  const nsf = { chargeId: 'c', component: 'fees' as const, amount: 20, dueOn: '2026-01-20', raisedOn: '2026-01-15' };
  const feesFirst = plainRules(contractOrder);

  it('is due on its own day, beside the instalment it falls into', () => {
    const known = position({ instalments: three, charges: [nsf] });
    expect(amountsOn(known, '2026-01-19').arrears).toBe(110);
    expect(amountsOn(known, '2026-01-20').byInstalment).toEqual([
      { number: 1, dueOn: '2026-01-10', unpaid: { principal: 100, interest: 10 } },
      { number: 2, dueOn: '2026-01-20', unpaid: { fees: 20 } },
    ]);
  });

  it('is not paid by money of an earlier value date than it was raised on, but by what such money left', () => {
    const known = position({ instalments: [three[0] as Instalment], charges: [nsf] });
    const ahead = rules([
      { when: ['past-due', 'due', 'in-advance'], components: contractOrder, by: 'instalment', first: 'newest' },
    ]);
    const paid = { ...known, payments: [payment('p', 115, '2026-01-14')] };
    expect(allocatePayments(paid, '2026-01-14', ahead).credit).toEqual([{ paymentId: 'p', amount: 5 }]);
    expect(placesOf(paid, ahead, '2026-01-15')).toEqual({ '1 principal': 100, '1 interest': 10, 'c fees': 5 });
  });

  it('stands one above the last instalment when it falls due after all of them', () => {
    const late = position({ instalments: three, charges: [{ ...nsf, dueOn: '2026-05-01' }] });
    expect(amountsOn(late, '2026-05-01').byInstalment.at(-1)).toEqual({
      number: 4,
      dueOn: '2026-05-01',
      unpaid: { fees: 20 },
    });
  });

  it('is waived as far as it is open, and owed again when the waiver is withdrawn', () => {
    const waiver = { waiverId: 'w', of: { chargeId: 'c' }, amount: 50, waivedOn: '2026-01-25' };
    const known = position({
      instalments: [],
      charges: [nsf],
      payments: [payment('p', 5, '2026-01-22')],
      waivers: [waiver],
    });
    expect(allocatePayments(known, '2026-01-25', feesFirst).debts).toMatchObject([{ due: 20, paid: 5, waived: 15 }]);
    expect(amountsOn(known, '2026-01-24').arrears).toBe(15);
    expect(amountsOn(known, '2026-01-25').arrears).toBe(0);
    const withdrawn = { ...known, waivers: [{ ...waiver, withdrawnOn: '2026-02-01' }] };
    expect(amountsOn(withdrawn, '2026-01-31').arrears).toBe(0);
    expect(amountsOn(withdrawn, '2026-02-01').arrears).toBe(15);
  });
});

describe('money the bank takes back', () => {
  const back = { outId: 'o', kind: 'chargeback' as const, amount: 60, on: '2026-02-01', paymentId: 'p' };
  const paid = { instalments: [three[0] as Instalment], payments: [payment('p', 110, '2026-01-10')] };

  it('adds to what is owed and leaves the payment where it went', () => {
    const known = position({ ...paid, moneyOut: [back] });
    expect(placesOf(known, plainRules(interestFirst), '2026-02-01')).toEqual({ '1 interest': 10, '1 principal': 100 });
    expect(amountsOn(known, '2026-01-31').arrears).toBe(0);
    expect(amountsOn(known, '2026-02-01').arrears).toBe(60);
  });

  it('is owed again by component as it had been paid, or as principal', () => {
    const known = position({ ...paid, moneyOut: [back] });
    const owed = (how: AllocationRules) => amountsOn(known, '2026-02-01', how).byInstalment.map(({ unpaid }) => unpaid);
    expect(owed(plainRules(interestFirst))).toEqual([{ interest: 10, principal: 50 }]);
    expect(owed(rules(oldestFirst(interestFirst), 'principal'))).toEqual([{ principal: 60 }]);
    const again = position({ ...paid, moneyOut: [back, { ...back, outId: 'o2', amount: 50, on: '2026-02-02' }] });
    expect(amountsOn(again, '2026-02-02', plainRules(interestFirst)).byInstalment).toMatchObject([
      { unpaid: { interest: 10, principal: 100 } },
    ]);
  });

  it('takes credit first', () => {
    const known = position({ ...paid, payments: [payment('p', 150, '2026-01-10')], moneyOut: [back] });
    expect(amountsOn(known, '2026-02-01')).toMatchObject({ arrears: 20, credit: 0 });
  });

  it('is not taken back twice when its payment is reversed as well', () => {
    const known = position({ ...paid, payments: [payment('p', 110, '2026-01-10', '2026-02-03')], moneyOut: [back] });
    expect(amountsOn(known, '2026-02-02').arrears).toBe(60);
    expect(amountsOn(known, '2026-02-03').arrears).toBe(110);
  });
});
