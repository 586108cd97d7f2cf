import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day-arithmetic.js';
import type { LoanFact } from '../case/loan-fact.js';
import { emptyPosition, foldLoanFact } from '../money/fold-position.js';
import { moneyForPromises } from './money-for-promises.js';
import type { PromiseMade } from './promise.js';

const zone = { zone: 'UTC', offsets: [[0, 0]] as [number, number][] };
const start = '2026-01-01';

const promises = fc.array(
  fc
    .record({
      made: fc.integer({ min: 0, max: 10 }),
      days: fc.integer({ min: 0, max: 20 }),
      amount: fc.integer({ min: 1, max: 200 }),
    })
    .map(({ made, days, amount }): Omit<PromiseMade, 'id'> => ({
      amount,
      by: addDays(start, made + days),
      madeAt: `${addDays(start, made)}T00:00:00.000Z`,
      state: 'open',
    })),
  { minLength: 1, maxLength: 4 },
);
const payments = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 200 }),
    day: fc.integer({ min: 0, max: 32 }),
    reversed: fc.constantFrom(false, false, true),
    out: fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 2 }),
  }),
  { maxLength: 6 },
);

type Drawn = { amount: number; day: number; reversed: boolean; out: number[] };

const eventsOf = (drawn: readonly Drawn[]): LoanFact[] =>
  drawn.flatMap(({ amount, day, reversed, out }, nth): LoanFact[] => {
    const [occurredAt, valueDate, paymentId] = ['2026-09-01T00:00:00.000Z', addDays(start, day), `${nth}`];
    const head = { occurredAt, currency: 'CNY' };
    const by = { receivedAt: occurredAt, method: 'transfer', payer: 'debtor' } as const;
    return [
      { ...head, ...by, eventId: `p${nth}`, type: 'payment-received', paymentId, amount, valueDate },
      ...out.map((each, which): LoanFact => {
        const outId = `o${nth}-${which}`;
        const on = addDays(valueDate, 3);
        return { ...head, eventId: outId, type: 'money-out', outId, kind: 'chargeback', amount: each, on, paymentId };
      }),
      ...(reversed
        ? [
            {
              eventId: `r${nth}`,
              occurredAt,
              type: 'payment-reversed',
              paymentId,
              reversedOn: valueDate,
              reason: 'returned',
            } as const,
          ]
        : []),
    ];
  });

const positionOf = (events: readonly LoanFact[]) =>
  events.reduce((position, event) => {
    const folded = foldLoanFact(position, event);
    return 'position' in folded ? folded.position : position;
  }, emptyPosition('CNY'));

const named = (drawn: readonly Omit<PromiseMade, 'id'>[]): PromiseMade[] =>
  drawn.map((promise, nth) => ({ ...promise, id: `promise-${nth}` }));

const received = (made: readonly PromiseMade[], events: readonly LoanFact[]): number[] => {
  const moneyFor = moneyForPromises(made, positionOf(events), zone);
  return made.map(({ id }) => moneyFor(id).received);
};

describe('whatever comes for promises and is taken back', () => {
  it('what is found for them is still there, and stood in their time', () => {
    let taken = 0;
    fc.assert(
      fc.property(promises, payments, (told, drawn) => {
        const made = named(told);
        const found = received(made, eventsOf(drawn));
        const stays = (from: string, to: string): number =>
          drawn.reduce((sum, { amount, day, reversed, out }) => {
            const on = addDays(start, day);
            const left = Math.max(
              0,
              out.reduce((rest, each) => rest - each, amount),
            );
            return reversed || on < from || on > to ? sum : sum + left;
          }, 0);
        expect(found.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(stays(start, '9999-12-31'));
        for (const [nth, { madeAt, by, amount }] of made.entries()) {
          expect(found[nth]).toBeLessThanOrEqual(Math.min(amount, stays(madeAt.slice(0, 10), by)));
          if (made.length === 1) expect(found[nth]).toBe(Math.min(amount, stays(madeAt.slice(0, 10), by)));
        }
        if (drawn.some(({ out, reversed }) => out.length > 0 && !reversed)) taken += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(taken).toBeGreaterThan(250);
  });

  it('keeps every promise when there is enough for all of them, less what may be missing of each', () => {
    const terms = fc.array(
      fc.record({ amount: fc.integer({ min: 50, max: 200 }), tolerance: fc.integer({ min: 0, max: 20 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const parts = fc.array(
      fc.record({ amount: fc.integer({ min: 1, max: 250 }), day: fc.integer({ min: 0, max: 9 }) }),
      {
        maxLength: 6,
      },
    );
    let enough = 0;
    fc.assert(
      fc.property(terms, parts, (agreed, drawn) => {
        // Any day of money is in the time of each.
        const made = named(
          agreed.map((each, nth) => ({
            ...each,
            by: addDays(start, 10 + nth),
            madeAt: `${start}T00:00:00.000Z`,
            state: 'open' as const,
          })),
        );
        const found = received(made, eventsOf(drawn.map((each) => ({ ...each, reversed: false, out: [] }))));
        const all = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);
        const came = all(drawn.map(({ amount }) => amount));
        expect(all(found)).toBe(Math.min(came, all(agreed.map(({ amount }) => amount))));
        if (came < all(agreed.map(({ amount, tolerance }) => amount - tolerance))) return;
        enough += 1;
        for (const [nth, { amount, tolerance }] of agreed.entries())
          expect((found[nth] ?? 0) + tolerance).toBeGreaterThanOrEqual(amount);
      }),
      { numRuns: 1_000 },
    );
    expect(enough).toBeGreaterThan(250);
  });

  it('the order in which news of it arrives plays no part', () => {
    fc.assert(
      fc.property(promises, payments, fc.infiniteStream(fc.nat()), (told, drawn, order) => {
        const [made, events] = [named(told), eventsOf(drawn)];
        const shuffled = events
          .map((event) => ({ event, key: Number(order.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(received(made, shuffled)).toEqual(received(made, events));
      }),
      { numRuns: 500 },
    );
  });
});
