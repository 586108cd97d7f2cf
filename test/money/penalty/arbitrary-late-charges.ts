import fc from 'fast-check';
import type { Component } from '@recourse/domain/money/components';
import type { Components } from '@recourse/domain/money/money';
import type { Instalment, Payment } from '@recourse/domain/money/position';
import type { LateChargeCap } from '@recourse/domain/money/penalty/late-charge-cap';
import type { LoanCosts } from '@recourse/domain/money/penalty/loan-costs';
import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import type {
  LateChargeRate,
  LateChargeTerms,
  DamagesTerms,
  PenaltyTerms,
} from '@recourse/domain/money/penalty/late-charge-terms';
import { dayCounts } from '@recourse/domain/money/penalty/day-count';
import { roundingModes } from '@recourse/domain/money/penalty/round-ratio';
import type { StopPeriod } from '@recourse/domain/money/penalty/stop-period';
import { monthsLater, nextDay } from './reference-days.js';

export const contractStart = '2026-11-25';
/** A leap February and two ends of year lie inside. */
const horizonDays = 500;

const dayAt = (days: number): string =>
  new Date(Date.parse(`${contractStart}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const arbitraryDay = fc.nat(horizonDays).map(dayAt);
const amount = fc.oneof(fc.nat(500), fc.nat(1_000_000), fc.nat(1_000_000_000));
const clause = fc.constantFrom('8.1', '8.2', '8.3');

const rate: fc.Arbitrary<LateChargeRate> = fc.oneof(
  fc.record({ yearlyPpm: fc.nat(360_000) }),
  fc.record({ contractPermille: fc.integer({ min: 1_000, max: 2_000 }) }),
);
const base = fc.constantFrom('principal', 'principal-and-interest');

const penalty = (mayCompound: boolean): fc.Arbitrary<PenaltyTerms> =>
  fc
    .record({
      base,
      rate,
      tiers: fc
        .uniqueArray(fc.record({ fromDayLate: fc.integer({ min: 2, max: 200 }), rate, clause }), {
          selector: ({ fromDayLate }) => fromDayLate,
          maxLength: 3,
        })
        .map((tiers) => tiers.toSorted((a, b) => a.fromDayLate - b.fromDayLate)),
      grace: fc.record({
        days: fc.constantFrom(0, 0, 3, 15, 45),
        chargedFrom: fc.constantFrom('due-date', 'grace-end'),
      }),
      everyMonths: mayCompound ? fc.constantFrom(undefined, 1, 3) : fc.constant(undefined),
    })
    .map(({ everyMonths, ...rest }) => ({
      clause: '8',
      ...rest,
      ...(everyMonths && { compound: { everyMonths, clause: '9' } }),
    }));

const damages: fc.Arbitrary<DamagesTerms> = fc.record({
  clause: fc.constant('10'),
  per: fc.constantFrom('instalment', 'loan'),
  graceDays: fc.constantFrom(0, 5, 30),
  charge: fc.oneof(fc.record({ amount: fc.nat(5_000) }), fc.record({ ppm: fc.nat(100_000), of: base })),
});

const covers = fc.subarray<Component>(['penalty', 'compound', 'damages', 'interest', 'fees'], { minLength: 2 });
const cap: fc.Arbitrary<LateChargeCap> = fc
  .record({
    rule: fc.constantFrom('cap-a', 'cap-b'),
    covers: covers.map((all): Component[] => [...new Set<Component>([...all, 'penalty'])]),
    how: fc.oneof(
      fc.record({
        max: fc.constant('amount' as const),
        per: fc.constantFrom('instalment', 'loan'),
        amount: fc.nat(3_000_000),
      }),
      fc.record({
        max: fc.constant('share' as const),
        per: fc.constantFrom('instalment', 'loan'),
        permille: fc.nat(400),
        of: base,
      }),
      fc.record({ max: fc.constant('yearly' as const), yearlyPpm: fc.nat(240_000) }),
      fc.record({ max: fc.constant('lpr' as const), lprPpm: fc.nat(45_000), permille: fc.constant(4_000) }),
    ),
  })
  .map(({ how, ...rest }) => ({ ...rest, ...how }));

export const arbitraryTerms = (withCaps: boolean): fc.Arbitrary<LateChargeTerms> =>
  fc
    .record({
      rounding: fc.record({
        mode: fc.constantFrom(...roundingModes),
        point: fc.constantFrom('line', 'instalment', 'end'),
      }),
      dayCount: fc.constantFrom(...dayCounts),
      contractRatePpm: fc.nat(240_000),
    })
    .chain((known) =>
      fc
        .record({
          penalty: fc.option(penalty(known.rounding.point !== 'end'), { nil: undefined, freq: 9 }),
          damages: fc.option(damages, { nil: undefined, freq: 2 }),
          judgment: fc.option(
            fc.record({ rule: fc.constant('CN-INT-5'), performBy: arbitraryDay, dailyPpm: fc.constant(175) }),
            { nil: undefined, freq: 2 },
          ),
          caps: withCaps ? fc.array(cap, { minLength: 1, maxLength: 3 }) : fc.constant([]),
        })
        .map(({ penalty: agreed, damages: fixed, judgment, caps }) => ({
          lender: 'private' as const,
          ...known,
          ...(agreed && { penalty: agreed }),
          ...(fixed && { damages: fixed }),
          ...(judgment && { judgment }),
          caps,
        })),
    );

const due: fc.Arbitrary<Components> = fc.record(
  { principal: amount, interest: amount, fees: amount, penalty: amount, damages: amount, costs: amount },
  { requiredKeys: ['principal'] },
);

const instalments: fc.Arbitrary<Instalment[]> = fc
  .record({
    first: fc.nat(40).map(dayAt),
    all: fc.array(fc.record({ due, state: fc.constantFrom('missed', 'missed', 'missed', 'met') }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ first, all }) =>
    all.map(({ due: billed, state }, nth): Instalment => ({
      number: nth + 1,
      dueOn: monthsLater(first, nth),
      due: billed,
      state: state as Instalment['state'],
    })),
  );

const payments: fc.Arbitrary<Payment[]> = fc
  .array(
    fc.record({
      amount: amount.map((some) => some + 1),
      valueDate: arbitraryDay,
      reversedOn: fc.option(arbitraryDay, { nil: undefined, freq: 2 }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all
      .map(({ reversedOn, ...rest }, nth): Payment => ({
        paymentId: `p${nth}`,
        ...rest,
        receivedAt: `${rest.valueDate}T04:00:00.000Z`,
        ...(reversedOn !== undefined && { reversedOn }),
      }))
      .toSorted((a, b) =>
        a.valueDate < b.valueDate ? -1 : a.valueDate > b.valueDate ? 1 : a.paymentId < b.paymentId ? -1 : 1,
      ),
  );

export const arbitraryStop: fc.Arbitrary<StopPeriod> = fc
  .record({
    from: arbitraryDay,
    days: fc.option(fc.nat(60), { nil: undefined, freq: 9 }),
    because: fc.constantFrom('dispute', 'insolvency', 'hardship-claim'),
    only: fc.constantFrom(undefined, undefined, 'contract' as const, 'judgment' as const),
  })
  .map(({ from, days, because, only }) => ({
    from,
    ...(days !== undefined && { to: Array.from({ length: days }).reduce<string>((day) => nextDay(day), from) }),
    because,
    ...(only && { only }),
  }));

const costs: fc.Arbitrary<LoanCosts> = fc.record({
  principal: fc
    .uniqueArray(fc.record({ from: arbitraryDay, amount }), {
      selector: ({ from }) => from,
      minLength: 1,
      maxLength: 4,
    })
    .map((all) => all.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
  charged: fc.array(
    fc.record({
      on: arbitraryDay,
      of: fc.constantFrom<Component>('interest', 'fees', 'penalty'),
      amount: fc.nat(100_000),
    }),
    { maxLength: 3 },
  ),
});

/** A contract, a history and stops, about which anything may be asked from the contract's start on. */
export const arbitraryLateCharges = (withCaps = false): fc.Arbitrary<LateChargeInput> =>
  fc
    .record({
      terms: arbitraryTerms(withCaps),
      instalments,
      payments,
      stops: fc.array(arbitraryStop, { maxLength: 3 }),
      costs,
    })
    .map(({ terms, instalments: owed, payments: paid, stops, costs: charged }) => ({
      terms,
      startOn: contractStart,
      position: { currency: 'CNY', instalments: owed, payments: paid, outstanding: 0 },
      stops,
      costs: charged,
    }));
