import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import { lateChargeStatement, type LateChargeStatement } from '@recourse/domain/money/penalty/late-charge-statement';
import type { Payment, Position } from '@recourse/domain/money/position';
import { arbitraryLateCharges, arbitraryDay } from './arbitrary-late-charges.js';
import { daysFrom, nextDay } from './reference-days.js';

const stated = (input: LateChargeInput, asOf: string): LateChargeStatement => {
  const said = lateChargeStatement(input, asOf);
  if ('refused' in said) throw new Error(JSON.stringify(said.refused));
  return said.statement;
};
const rounds = { numRuns: 300 };
const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

/** The position as events tell it. */
const factsOf = ({ instalments, payments }: Position): LoanFact[] => {
  const head = { eventId: 'e', occurredAt: '2026-11-25T00:00:00.000Z' };
  const terms = {
    ...{ version: 1, product: 'p', currency: 'CNY', zone: 'Asia/Shanghai', jurisdiction: 'CN' },
    ...{ graceDays: 0, tolerance: 0, debtors: [] },
  };
  return [
    ...instalments.map(({ number, dueOn, due, state }): LoanFact => {
      const instalment = { number, dueOn, due };
      return state === 'met'
        ? { ...head, type: 'instalment-met', instalment, asOf: dueOn }
        : { ...head, type: 'instalment-missed', terms, instalment, asOf: dueOn, arrearsTotal: 0, outstandingTotal: 0 };
    }),
    ...payments.map(({ paymentId, amount, valueDate, receivedAt }): LoanFact => ({
      ...head,
      ...{ type: 'payment-received', method: 'transfer', payer: 'debtor', currency: 'CNY' },
      ...{ paymentId, amount, valueDate, receivedAt },
    })),
    ...payments.flatMap(({ paymentId, reversedOn }): LoanFact[] =>
      reversedOn === undefined
        ? []
        : [{ ...head, type: 'payment-reversed', paymentId, reversedOn, reason: 'charged-back' }],
    ),
  ];
};

const folded = (facts: readonly LoanFact[]): Position =>
  facts.reduce((position, fact) => {
    const next = foldLoanFact(position, fact);
    if ('refused' in next) throw new Error(next.reason);
    return next.position;
  }, emptyPosition('CNY'));

const withPayments = (input: LateChargeInput, change: (payments: Payment[]) => Payment[]): LateChargeInput => {
  const payments = change([...input.position.payments]).toSorted((a, b) =>
    a.valueDate < b.valueDate ? -1 : a.valueDate > b.valueDate ? 1 : a.paymentId < b.paymentId ? -1 : 1,
  );
  return { ...input, position: { ...input.position, payments } };
};
const allMissed = (input: LateChargeInput): LateChargeInput => ({
  ...input,
  position: {
    ...input.position,
    instalments: input.position.instalments.map((each) => ({ ...each, state: 'missed' as const })),
  },
});
const withoutReversals = (input: LateChargeInput): LateChargeInput =>
  withPayments(input, (payments) => payments.map(({ reversedOn: _back, ...rest }) => rest));
type Leaf = { of: Record<string, unknown>; key: string };

/** Every place in a value where no object stands. */
const leavesOf = (of: object): Leaf[] =>
  Object.entries(of).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leavesOf(value) : [{ of: of as Leaf['of'], key }],
  );

/** Rounded once at the end, nothing compounded or fixed: then less to charge on is never more charged. */
const plainly = (input: LateChargeInput): LateChargeInput => {
  const { penalty, damages: _fixed, rounding, ...terms } = input.terms;
  const { compound: _compound, ...simple } = penalty ?? {};
  return {
    ...input,
    terms: {
      ...terms,
      rounding: { mode: rounding.mode, point: 'end' },
      ...(penalty && { penalty: simple as typeof penalty }),
    },
  };
};

describe('a statement of charges', () => {
  it('has lines that sum to its total, and by charge, to the last minor unit', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(true), arbitraryDay, (input, asOf) => {
        const { lines, total, byCharge } = stated(input, asOf);
        expect(sumOf(lines.map(({ amount }) => amount))).toBe(total);
        expect(sumOf(Object.values(byCharge))).toBe(total);
        for (const [kind, sum] of Object.entries(byCharge))
          expect(sumOf(lines.filter(({ charge }) => charge === kind).map(({ amount }) => amount))).toBe(sum);
      }),
      rounds,
    );
  });

  it('is the same whatever order the events arrived in', () => {
    const shuffled = arbitraryLateCharges(true).chain((input) => {
      const facts = factsOf(input.position);
      const arrivals = fc.shuffledSubarray(facts, { minLength: facts.length });
      return fc.tuple(fc.constant(input), arrivals);
    });
    fc.assert(
      fc.property(shuffled, arbitraryDay, ([input, arrived], asOf) => {
        const told = { ...input, position: folded(factsOf(input.position)) };
        expect(stated({ ...input, position: folded(arrived) }, asOf)).toEqual(stated(told, asOf));
      }),
      rounds,
    );
  });

  it('puts no day of an instalment into two lines', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(), arbitraryDay, (input, asOf) => {
        const { lines } = stated(input, asOf);
        for (const { number } of input.position.instalments)
          for (const kind of ['penalty', 'compound'] as const) {
            const own = lines.filter(({ charge, instalment }) => charge === kind && instalment === number);
            own.forEach(({ from, to }, nth) => {
              expect(from < to && to <= asOf).toBe(true);
              expect((own[nth + 1]?.from ?? to) >= to).toBe(true);
            });
          }
      }),
      rounds,
    );
  });

  it('neither loses nor adds a day by stops: what they free is a line, and the days of all lines stay the same', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(), arbitraryDay, (input, asOf) => {
        const daysOf = ({ lines }: LateChargeStatement, charge: string): number =>
          sumOf(lines.filter((line) => line.charge === charge).map(({ from, to }) => daysFrom(from, to)));
        const free = stated(input, asOf);
        const running = stated({ ...input, stops: [] }, asOf);
        for (const charge of ['penalty', 'judgment']) expect(daysOf(free, charge)).toBe(daysOf(running, charge));
        for (const { rule, amount } of free.lines) if (rule.by === 'stop') expect(amount).toBe(0);
      }),
      rounds,
    );
  });

  it('counts a day once, however many stops cover it', () => {
    fc.assert(
      fc.property(
        arbitraryLateCharges(),
        arbitraryDay,
        arbitraryDay,
        fc.nat(90),
        fc.nat(90),
        (input, asOf, from, a, b) => {
          const later = (day: string, days: number): string =>
            Array.from({ length: days }).reduce<string>((each) => nextDay(each), day);
          const one = { from, to: later(from, a + b), because: 'dispute' };
          const two = [
            { from, to: later(from, a), because: 'dispute' },
            { from: later(from, Math.floor(a / 2)), to: later(from, a + b), because: 'dispute' },
          ];
          expect(stated({ ...input, stops: two }, asOf)).toEqual(stated({ ...input, stops: [one] }, asOf));
        },
      ),
      rounds,
    );
  });

  it('never falls from one day to the next while no cap cuts it', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(), arbitraryDay, (input, asOf) => {
        expect(stated(input, nextDay(asOf)).total).toBeGreaterThanOrEqual(stated(input, asOf).total);
      }),
      rounds,
    );
  });

  it('is unmoved by a payment that is taken back on its own value date', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(), arbitraryDay, arbitraryDay, fc.nat(1_000_000), (drawn, asOf, on, amount) => {
        const input = allMissed(drawn);
        const back = { paymentId: 'back', amount: amount + 1, valueDate: on, receivedAt: '', reversedOn: on };
        const more = withPayments(input, (payments) => [...payments, back]);
        expect(stated(more, asOf)).toEqual(stated(input, asOf));
      }),
      rounds,
    );
  });

  it('never costs more for money that came', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(), arbitraryDay, arbitraryDay, fc.nat(1_000_000), (drawn, asOf, on, amount) => {
        const input = plainly(withoutReversals(allMissed(drawn)));
        const paid = { paymentId: 'more', amount: amount + 1, valueDate: on, receivedAt: '' };
        const more = withPayments(input, (payments) => [...payments, paid]);
        expect(stated(more, asOf).total).toBeLessThanOrEqual(stated(input, asOf).total);
      }),
      rounds,
    );
  });

  it('is never more under caps than without them, and no charge is cut below nothing', () => {
    fc.assert(
      fc.property(arbitraryLateCharges(true), arbitraryDay, (input, asOf) => {
        const capped = stated(input, asOf);
        const free = stated({ ...input, terms: { ...input.terms, caps: [] } }, asOf);
        expect(capped.total).toBeLessThanOrEqual(free.total);
        for (const sum of Object.values(capped.byCharge)) expect(sum).toBeGreaterThanOrEqual(0);
        for (const { rule, amount } of capped.lines) expect(amount < 0).toBe(rule.by === 'cap');
      }),
      rounds,
    );
  });

  it('is stated or refused, whatever number or day stands anywhere: nothing throws, nothing is half a minor unit', () => {
    const leaf = fc.tuple(
      fc.nat(),
      fc.oneof(
        fc.constantFrom(Number.NaN, Infinity, -1, 0.5, 0, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e12),
        fc.constantFrom('', 'x', '2026-02-30', '2026-1-1', '1026-11-25', '9999-12-31'),
      ),
    );
    let refusals = 0;
    fc.assert(
      fc.property(arbitraryLateCharges(true), arbitraryDay, leaf, (input, asOf, [nth, value]) => {
        const broken = structuredClone(input);
        const isDay = (each: unknown): boolean => /^\d{4}-\d{2}-\d{2}$/.test(String(each));
        const leaves = leavesOf(broken).filter(({ of, key }) =>
          typeof value === 'number' ? typeof of[key] === 'number' : isDay(of[key]),
        );
        const { of, key } = leaves[nth % leaves.length]!;
        of[key] = value;
        const said = lateChargeStatement(broken, asOf);
        if ('refused' in said) refusals += 1;
        else for (const { amount } of said.statement.lines) expect(Number.isSafeInteger(amount)).toBe(true);
      }),
      rounds,
    );
    expect(refusals).toBeGreaterThan(30);
  });
});
