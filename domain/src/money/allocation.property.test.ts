import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day-arithmetic.js';
import { allocatePayments, type Allocation } from './allocate-payments.js';
import { allocationDifference } from './allocation-difference.js';
import type { AllocationRules, Lane, Timing } from './allocation-order.js';
import type { ChargeFact } from './charge-fact.js';
import { contractOrder } from './components.js';
import { foldChargeFact } from './fold-charge-fact.js';
import { emptyPosition } from './fold-position.js';
import { goneOn } from './history-of-money.js';
import type { Instalment, Payment, Position } from './position.js';

const anyDay = fc.integer({ min: 0, max: 150 }).map((n) => addDays('2026-01-01', n));
const amount = fc.integer({ min: 1, max: 900 });
const component = fc.constantFrom(...contractOrder);
const timings: Timing[] = ['past-due', 'due', 'in-advance'];

const lane: fc.Arbitrary<Lane> = fc.record({
  when: fc.subarray(timings, { minLength: 1 }),
  components: fc.shuffledSubarray([...contractOrder], { minLength: 1 }),
  by: fc.constantFrom('instalment', 'component'),
  first: fc.constantFrom('oldest', 'newest'),
});
const order = fc.array(lane, { maxLength: 3 });
const rules: fc.Arbitrary<AllocationRules> = fc.record({
  rows: fc.tuple(order, order).map(([young, old]) => [
    { fromDpd: 0, order: young },
    { fromDpd: 31, order: old },
  ]),
  takenBack: fc.oneof(fc.constant('principal' as const), fc.shuffledSubarray([...contractOrder])),
});

const instalments = (states: readonly Instalment['state'][]) =>
  fc.array(fc.record({ principal: amount, interest: amount, penalty: fc.nat(50) }), { maxLength: 4 }).map((dues) =>
    dues.map((due, n): Instalment => ({
      number: n + 1,
      dueOn: addDays('2026-01-10', n * 30),
      due,
      state: states[n % states.length] ?? 'missed',
    })),
  );
const payments = fc
  .array(fc.record({ amount, on: anyDay, back: fc.option(fc.nat(60), { nil: undefined }) }), { maxLength: 6 })
  .map((all) =>
    all.map(({ amount: paid, on, back }, n): Payment => ({
      paymentId: `p${n}`,
      amount: paid,
      valueDate: on,
      receivedAt: `${on}T00:00:00.000Z`,
      ...(back !== undefined && { reversedOn: addDays(on, back - 2) }),
    })),
  );
const money = { currency: 'CNY' };
const chargeFacts: fc.Arbitrary<ChargeFact[]> = fc
  .record({
    charges: fc.array(fc.record({ component, amount, dueOn: anyDay, raisedOn: anyDay }), { maxLength: 3 }),
    waivers: fc.array(
      fc.record({ to: fc.nat(3), amount, waivedOn: anyDay, ofInstalment: fc.boolean(), withdrawn: fc.option(anyDay) }),
      { maxLength: 3 },
    ),
    outs: fc.array(fc.record({ of: fc.nat(6), amount, on: anyDay, later: fc.nat(20), refund: fc.boolean() }), {
      maxLength: 3,
    }),
  })
  .map(({ charges, waivers, outs }) => [
    ...charges.map((each, n): ChargeFact => ({ ...money, type: 'charge-added', chargeId: `c${n}`, ...each })),
    ...waivers.flatMap(({ to, ofInstalment, withdrawn, ...each }, n): ChargeFact[] => [
      {
        ...money,
        type: 'amount-waived',
        waiverId: `w${n}`,
        of: ofInstalment ? { instalment: to, component: 'interest' } : { chargeId: `c${to}` },
        ...each,
      },
      ...(withdrawn === null
        ? []
        : [{ ...money, type: 'waiver-withdrawn' as const, waiverId: `w${n}`, withdrawnOn: withdrawn }]),
    ]),
    ...outs.map(({ of, refund, later, on, amount: out }, n): ChargeFact => {
      const left = { outId: `o${n}`, amount: out, on, dueOn: addDays(on, later) };
      return refund
        ? { ...money, type: 'money-out', kind: 'refund', ...left }
        : { ...money, type: 'money-out', kind: 'chargeback', paymentId: `p${of}`, ...left };
    }),
  ]);

const foldAll = (facts: readonly ChargeFact[], from: Position): Position =>
  facts.reduce((position, fact) => {
    const folded = foldChargeFact(position, fact);
    if ('refused' in folded) throw new Error(folded.reason);
    return folded.position;
  }, from);

const positionWith = (states: readonly Instalment['state'][]) =>
  fc
    .record({ instalments: instalments(states), payments, facts: chargeFacts })
    .map(({ facts, ...known }) => foldAll(facts, { ...emptyPosition('CNY'), ...known }));
const anyPosition = positionWith(['missed', 'met', 'missed']);
const asOf = fc.oneof(anyDay, fc.constant('now' as const));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
const comparable = ({ debts, parts, credit }: Allocation) => ({
  debts: debts.map((each) => JSON.stringify(each)).sort(),
  parts: parts.map((each) => JSON.stringify(each)).sort(),
  credit: credit.map((each) => JSON.stringify(each)).sort(),
});

describe('money laid out by any rules', () => {
  it('is conserved to the last minor unit through payments, reversals, charges, waivers and money that leaves', () => {
    fc.assert(
      fc.property(anyPosition, rules, asOf, (position, how, day) => {
        const { debts, parts, credit } = allocatePayments(position, day, how);
        const until = day === 'now' ? '~' : day;
        for (const payment of position.payments) {
          const gone = goneOn(payment);
          const counts = payment.valueDate <= until && (gone === undefined || gone > until);
          const placed = [...parts, ...credit].filter(({ paymentId }) => paymentId === payment.paymentId);
          expect(sum(placed.map((each) => each.amount))).toBe(counts ? payment.amount : 0);
        }
        expect(sum(parts.map((each) => each.amount))).toBe(sum(debts.map(({ paid }) => paid)));
      }),
      { numRuns: 500 },
    );
  });

  it('never pays or waives more than is due, and never makes anything negative', () => {
    fc.assert(
      fc.property(anyPosition, rules, asOf, (position, how, day) => {
        const { debts, parts, credit } = allocatePayments(position, day, how);
        for (const { due, paid, waived, unseen } of debts) {
          expect([due, paid, waived, unseen].every((each) => Number.isSafeInteger(each) && each >= 0)).toBe(true);
          expect(paid + waived + unseen).toBeLessThanOrEqual(due);
        }
        expect([...parts, ...credit].every((each) => each.amount > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves every debt what it was: what is due of it never changes, whatever is paid, waived or taken back', () => {
    fc.assert(
      fc.property(anyPosition, rules, asOf, (position, how, day) => {
        const { debts } = allocatePayments(position, day, how);
        const until = day === 'now' ? '~' : day;
        const gone = new Set(
          position.payments.filter((each) => (goneOn(each) ?? '~~') <= until).map((each) => each.paymentId),
        );
        const dueOf = (source: string) => sum(debts.filter((each) => each.source === source).map(({ due }) => due));
        expect(dueOf('instalment')).toBe(sum(position.instalments.flatMap(({ due }) => Object.values(due))));
        expect(dueOf('charge')).toBe(sum((position.charges ?? []).map((each) => each.amount)));
        const left = (position.moneyOut ?? []).filter(
          ({ on, paymentId }) => on <= until && !(paymentId !== undefined && gone.has(paymentId)),
        );
        expect(dueOf('money-out')).toBe(sum(left.map((each) => each.amount)));
      }),
    );
  });

  it('does not depend on the order in which anything arrived', () => {
    const shuffled = fc
      .record({ instalments: instalments(['missed', 'met', 'missed']), payments, facts: chargeFacts })
      .chain((all) =>
        fc.record({
          all: fc.constant(all),
          facts: fc.shuffledSubarray(all.facts, { minLength: all.facts.length }),
          payments: fc.shuffledSubarray(all.payments, { minLength: all.payments.length }),
          instalments: fc.shuffledSubarray(all.instalments, { minLength: all.instalments.length }),
        }),
      );
    fc.assert(
      fc.property(shuffled, rules, asOf, ({ all, facts, ...others }, how, day) => {
        const known = { instalments: all.instalments, payments: all.payments };
        const inOrder = foldAll(all.facts, { ...emptyPosition('CNY'), ...known });
        const arrived = foldAll([...facts, ...all.facts], { ...emptyPosition('CNY'), ...others });
        expect(comparable(allocatePayments(arrived, day, how))).toEqual(
          comparable(allocatePayments(inOrder, day, how)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is, once a payment is reversed, as though the payment had never come, where no instalment was met by it', () => {
    fc.assert(
      fc.property(positionWith(['missed']), rules, anyDay, (position, how, day) => {
        const stayed = position.payments.filter((each) => (goneOn(each) ?? '~') > day);
        const ids = new Set(stayed.map(({ paymentId }) => paymentId));
        const without = {
          ...position,
          payments: stayed,
          moneyOut: (position.moneyOut ?? []).filter(
            ({ paymentId }) =>
              paymentId === undefined ||
              ids.has(paymentId) ||
              !position.payments.some((each) => each.paymentId === paymentId),
          ),
        };
        expect(comparable(allocatePayments(position, day, how))).toEqual(
          comparable(allocatePayments(without, day, how)),
        );
      }),
    );
  });
});

describe('the difference between two allocations', () => {
  it('moves each payment that is in both from place to place, and neither makes nor loses money', () => {
    fc.assert(
      fc.property(anyPosition, rules, asOf, fc.nat(5), (position, how, day, nth) => {
        const reversed = {
          ...position,
          payments: position.payments.map((each, n) =>
            n === nth ? { ...each, reversedOn: each.reversedOn ?? each.valueDate } : each,
          ),
        };
        const [before, after] = [allocatePayments(position, day, how), allocatePayments(reversed, day, how)];
        const moved = allocationDifference(before, after);
        for (const { paymentId } of position.payments.filter((_, n) => n !== nth)) {
          const own = moved.payments.filter((each) => each.paymentId === paymentId);
          expect(sum(own.map((each) => each.before))).toBe(sum(own.map((each) => each.after)));
        }
        expect([...moved.payments, ...moved.open].every((each) => each.before !== each.after)).toBe(true);
        expect(allocationDifference(before, before)).toEqual({ payments: [], open: [] });
      }),
    );
  });
});
