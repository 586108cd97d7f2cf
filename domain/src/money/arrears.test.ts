import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day-arithmetic.js';
import { amountsOn, bucketOf, dpdOn } from './arrears.js';
import type { Component } from './components.js';
import type { Components } from './money.js';
import type { Instalment, Payment, Position } from './position.js';

const instalment = (
  number: number,
  dueOn: string,
  due: Components = { principal: 800, interest: 150, penalty: 50 },
): Instalment => ({ number, dueOn, due, state: 'missed' });
const payment = (paymentId: string, amount: number, valueDate: string, reversedOn?: string): Payment => ({
  paymentId,
  amount,
  valueDate,
  receivedAt: `${valueDate}T04:00:00.000Z`,
  ...(reversedOn && { reversedOn }),
});
const position = (instalments: Instalment[], payments: Payment[] = []): Position => ({
  currency: 'CNY',
  instalments,
  payments,
  outstanding: 0,
});

const january = instalment(1, '2026-01-10');
const february = instalment(2, '2026-02-10');

describe('arrears', () => {
  it('pay the oldest instalment first', () => {
    const amounts = amountsOn(position([january, february], [payment('a', 1_200, '2026-02-20')]), 'now');
    expect(amounts.arrears).toBe(800);
    expect(amounts.oldestUnpaidDueOn).toBe('2026-02-10');
    expect(amounts.byInstalment.map(({ number }) => number)).toEqual([2]);
  });

  it('pay costs, then interest, then principal where the contract is silent (art. 561)', () => {
    const due = { principal: 800, interest: 150, penalty: 50, costs: 20, fees: 30 };
    const unpaidAfter = (amount: number) =>
      amountsOn(position([instalment(1, '2026-01-10', due)], [payment('a', amount, '2026-01-20')]), 'now')
        .byInstalment[0]?.unpaid;
    expect(unpaidAfter(20)).toEqual({ principal: 800, interest: 150, penalty: 50, fees: 30 });
    expect(unpaidAfter(100)).toEqual({ principal: 800, interest: 100, penalty: 50 });
    expect(unpaidAfter(250)).toEqual({ principal: 800 });
    expect(unpaidAfter(1_050)).toBeUndefined();
  });

  it('pay in the order the contract gives', () => {
    const principalFirst: Component[] = ['principal', 'interest', 'penalty', 'compound', 'damages', 'fees', 'costs'];
    const amounts = amountsOn(position([january], [payment('a', 900, '2026-01-20')]), 'now', principalFirst);
    expect(amounts.byInstalment[0]?.unpaid).toEqual({ interest: 50, penalty: 50 });
  });

  it('on a past day know nothing of later dues and later money', () => {
    const all = position([january, february], [payment('a', 1_000, '2026-02-01'), payment('b', 1_000, '2026-03-01')]);
    expect(amountsOn(all, '2026-01-09')).toEqual({ arrears: 0, byInstalment: [], credit: 0 });
    expect(amountsOn(all, '2026-01-31').arrears).toBe(1_000);
    expect(amountsOn(all, '2026-02-01').arrears).toBe(0);
    expect(amountsOn(all, '2026-02-10').oldestUnpaidDueOn).toBe('2026-02-10');
    expect(amountsOn(all, 'now').arrears).toBe(0);
  });

  it('come back from the day a payment is reversed, and were paid until then', () => {
    const returned = position([january], [payment('a', 1_000, '2026-01-20', '2026-01-25')]);
    expect(amountsOn(returned, '2026-01-24').arrears).toBe(0);
    expect(amountsOn(returned, '2026-01-25').arrears).toBe(1_000);
    expect(amountsOn(returned, 'now').arrears).toBe(1_000);
  });

  it('owe money paid too much as credit', () => {
    expect(amountsOn(position([january], [payment('a', 1_300, '2026-01-20')]), 'now')).toEqual({
      arrears: 0,
      byInstalment: [],
      credit: 300,
    });
  });

  it('do not let the money that met one instalment in time pay a later missed one', () => {
    const met: Instalment = { ...february, state: 'met' };
    const march = instalment(3, '2026-03-10');
    const published = position(
      [january, met, march],
      [payment('a', 1_000, '2026-01-20'), payment('b', 1_000, '2026-02-09')],
    );
    expect(amountsOn(published, 'now')).toMatchObject({ arrears: 1_000, oldestUnpaidDueOn: '2026-03-10' });
    const unpublished = position(
      [january, met, march],
      [payment('a', 1_000, '2026-01-20'), payment('c', 1_000, '2026-03-20')],
    );
    expect(amountsOn(unpublished, 'now').arrears).toBe(0);
  });
});

const anyDay = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-01', n));
const anyPosition = fc
  .record({
    dues: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
    missed: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    payments: fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 2_500 }),
        on: anyDay,
        back: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ dues, missed, payments }) =>
    position(
      dues.map((n) => ({
        ...instalment(n, addDays('2026-01-10', n * 30)),
        state: missed[n] ? ('missed' as const) : ('met' as const),
      })),
      payments.map(({ amount, on, back }, index) =>
        payment(`p${index}`, amount, on, back === undefined ? undefined : addDays(on, back)),
      ),
    ),
  );

describe('arrears of any loan', () => {
  it('are the sum of what is unpaid, never negative, and no money is lost', () => {
    fc.assert(
      fc.property(anyPosition, fc.oneof(anyDay, fc.constant('now' as const)), (any, day) => {
        const { arrears, byInstalment, credit } = amountsOn(any, day);
        const unpaid = byInstalment.flatMap((each) => Object.values(each.unpaid));
        expect(unpaid.every((amount) => Number.isSafeInteger(amount) && amount > 0)).toBe(true);
        expect(unpaid.reduce((a, b) => a + b, 0)).toBe(arrears);
        const counted = any.payments.filter(({ valueDate, reversedOn }) =>
          day === 'now' ? !reversedOn : valueDate <= day && (!reversedOn || reversedOn > day),
        );
        const money = counted.reduce((sum, { amount }) => sum + amount, 0);
        const missedDue =
          any.instalments.filter(({ dueOn, state }) => state === 'missed' && (day === 'now' || dueOn <= day)).length *
          1_000;
        expect(credit).toBeLessThanOrEqual(money);
        expect(missedDue - arrears).toBeLessThanOrEqual(money - credit);
      }),
    );
  });

  it('never grow by a payment', () => {
    fc.assert(
      fc.property(anyPosition, fc.integer({ min: 1, max: 3_000 }), anyDay, anyDay, (any, amount, on, day) => {
        const more = { ...any, payments: [...any.payments, payment('more', amount, on)] };
        expect(amountsOn(more, day).arrears).toBeLessThanOrEqual(amountsOn(any, day).arrears);
      }),
    );
  });

  it('do not depend on the order of the lists', () => {
    fc.assert(
      fc.property(anyPosition, anyDay, (any, day) => {
        const turned = { ...any, instalments: any.instalments.toReversed(), payments: any.payments.toReversed() };
        expect(amountsOn(turned, day).arrears).toBe(amountsOn(any, day).arrears);
      }),
    );
  });

  it('have days past due exactly while something is unpaid after its due date', () => {
    fc.assert(
      fc.property(anyPosition, anyDay, (any, day) => {
        const { oldestUnpaidDueOn } = amountsOn(any, day);
        expect(dpdOn(oldestUnpaidDueOn, day) > 0).toBe(oldestUnpaidDueOn !== undefined && oldestUnpaidDueOn < day);
      }),
    );
  });
});

describe('days past due', () => {
  it('run from the oldest unpaid due date and move when it is paid', () => {
    const part = position([january, february], [payment('a', 1_000, '2026-02-20')]);
    const dpd = (day: string): number => dpdOn(amountsOn(part, day).oldestUnpaidDueOn, day);
    expect(dpd('2026-01-09')).toBe(0);
    expect(dpd('2026-01-10')).toBe(0);
    expect(dpd('2026-01-11')).toBe(1);
    expect(dpd('2026-02-19')).toBe(40);
    expect(dpd('2026-02-20')).toBe(10);
  });

  it('are never below zero: before its due date nothing is past due', () => {
    expect(dpdOn('2026-01-10', '2026-01-09')).toBe(0);
    expect(dpdOn('2026-01-10', '2025-12-01')).toBe(0);
  });

  it.each([
    [0, 'M0'],
    [1, 'M1'],
    [30, 'M1'],
    [31, 'M2'],
    [60, 'M2'],
    [61, 'M3'],
    [90, 'M3'],
    [91, 'M4'],
    [121, 'M5'],
    [151, 'M6'],
    [180, 'M6'],
    [181, 'M6+'],
    [900, 'M6+'],
  ] as const)('%i fall into bucket %s', (dpd, bucket) => {
    expect(bucketOf(dpd)).toBe(bucket);
  });
});
