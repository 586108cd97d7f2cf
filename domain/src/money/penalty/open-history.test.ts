import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../calendar/day-arithmetic.js';
import type { AllocationRules } from '../allocation-order.js';
import { oldestFirst } from '../allocation-order.js';
import { amountsOn } from '../arrears.js';
import { contractOrder } from '../components.js';
import type { Instalment, Payment, Position } from '../position.js';
import { openHistories, unpaidOn } from './open-history.js';

const start = '2026-01-01';
const dayAt = (days: number): string => addDays(start, days);
const anyDay = fc.nat(100).map(dayAt);
const amount = fc.integer({ min: 1, max: 900 });
const component = fc.constantFrom(...contractOrder);

const anyPosition: fc.Arbitrary<Position> = fc
  .record({
    due: fc.array(fc.record({ principal: amount, interest: amount }), { minLength: 1, maxLength: 3 }),
    met: fc.boolean(),
    paid: fc.array(fc.tuple(amount, anyDay, fc.option(anyDay)), { maxLength: 4 }),
    charged: fc.array(fc.tuple(component, amount, anyDay, anyDay), { maxLength: 2 }),
    waived: fc.array(fc.tuple(amount, anyDay, fc.option(anyDay)), { maxLength: 2 }),
    out: fc.array(fc.tuple(amount, anyDay, fc.nat(20), fc.boolean()), { maxLength: 2 }),
  })
  .map(({ due, met, paid, charged, waived, out }) => ({
    currency: 'CNY',
    outstanding: 0,
    instalments: due.map((each, nth): Instalment => ({
      number: nth + 1,
      dueOn: dayAt(5 + nth * 30),
      due: each,
      state: met && nth === 1 ? 'met' : 'missed',
    })),
    payments: paid.map(([money, valueDate, back], nth): Payment => ({
      paymentId: `p${nth}`,
      amount: money,
      valueDate,
      receivedAt: '',
      ...(back !== null && { reversedOn: back }),
    })),
    charges: charged.map(([of, money, dueOn, raisedOn], nth) => ({
      chargeId: `c${nth}`,
      component: of,
      amount: money,
      dueOn,
      raisedOn,
    })),
    waivers: waived.map(([money, waivedOn, back], nth) => ({
      waiverId: `w${nth}`,
      of: nth === 0 ? { chargeId: 'c0' } : { instalment: 1, component: 'interest' as const },
      amount: money,
      waivedOn,
      ...(back !== null && { withdrawnOn: back }),
    })),
    moneyOut: out.map(([money, on, later, refund], nth) => ({
      outId: `o${nth}`,
      kind: refund ? ('refund' as const) : ('chargeback' as const),
      amount: money,
      on,
      dueOn: addDays(on, later),
      ...(!refund && { paymentId: 'p0' }),
    })),
  }));

const rules: AllocationRules = {
  rows: [
    { fromDpd: 0, order: oldestFirst(contractOrder) },
    { fromDpd: 31, order: oldestFirst(['principal', 'interest', 'fees', 'costs', 'penalty', 'damages', 'compound']) },
  ],
  takenBack: ['principal', 'interest'],
};

describe('the history of what was unpaid', () => {
  it('says of every day what the position says of it, whatever happened to the money', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        const histories = openHistories(position, dayAt(120), rules);
        for (let days = 0; days < 120; days += 1) {
          const day = dayAt(days);
          const sums = new Map<string, number>();
          for (const history of histories)
            for (const [of, open] of Object.entries(unpaidOn(history, day))) {
              const key = `${history.number} ${of}`;
              sums.set(key, (sums.get(key) ?? 0) + open);
            }
          const expected = amountsOn(position, day, rules).byInstalment.flatMap(({ number, unpaid }) =>
            Object.entries(unpaid).map(([of, open]) => `${number} ${of} ${open}`),
          );
          expect([...sums].map(([of, open]) => `${of} ${open}`).toSorted()).toEqual(expected.toSorted());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('begins for each thing on its own due day, never before', () => {
    fc.assert(
      fc.property(anyPosition, (position) => {
        for (const { dueOn, open } of openHistories(position, dayAt(120), rules))
          expect(open.every(({ from }) => from >= dueOn)).toBe(true);
      }),
    );
  });
});
