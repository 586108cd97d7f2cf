import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { allocatePayments, type Allocation } from '@recourse/domain/money/allocate-payments';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import { openOf } from '@recourse/domain/money/debt';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import { goneOn } from '@recourse/domain/money/history-of-money';
import { lateOwed } from '@recourse/domain/money/late-owed';
import type { Position } from '@recourse/domain/money/position';
import { newsIn, positionIn, type News } from '@recourse/service-auditor/news';
import { reckon } from '@recourse/service-auditor/reckon';
import { reckonLate } from '@recourse/service-auditor/reckon-late';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testTerms } from '../builders/case-world.js';

/** Contracts that change, reckoned by both and in every order of arrival. */
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-05', n));
const money = fc.integer({ min: 1, max: 60_000 });
const due = fc.record({ principal: money, interest: fc.nat(900) });
const nth = fc.integer({ min: 1, max: 4 });
const dueOnOf = (number: number): string => addDays('2026-01-05', (number - 1) * 8);

const scene = fc
  .record({
    dues: fc.array(due, { minLength: 1, maxLength: 5 }),
    payments: fc.uniqueArray(
      fc.record({ nth, amount: money, valueDate: day, back: fc.option(day, { nil: undefined }) }),
      { selector: (each) => each.nth, maxLength: 4 },
    ),
    charges: fc.uniqueArray(fc.record({ nth, amount: money, dueOn: day }), {
      selector: (each) => each.nth,
      maxLength: 2,
    }),
    accelerations: fc.uniqueArray(
      fc.record({
        nth,
        on: day,
        from: nth,
        due,
        undoneOn: fc.option(day, { nil: undefined }),
        because: fc.constantFrom('agreed', 'paid', 'told-in-error'),
      }),
      { selector: (each) => each.nth, maxLength: 2 },
    ),
    schedules: fc.uniqueArray(
      fc.record({ on: day, takenOver: due, dues: fc.array(due, { minLength: 1, maxLength: 2 }) }),
      { selector: ({ on }) => on, maxLength: 2 },
    ),
  })
  .map(({ dues, payments, charges, accelerations, schedules }) => {
    const [first, second] = schedules.toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const planned = (at: typeof first, from: number) =>
      (at?.dues ?? []).map((owed, n) => ({ number: from + n, dueOn: addDays(at?.on ?? '', 5 + n * 7), due: owed }));
    const new1 = planned(first, 11);
    const new2 = planned(second, 21);
    const missed = (instalment: object) => ({
      type: 'instalment-missed',
      instalment,
      asOf: '2026-03-31',
      arrearsTotal: 0,
      outstandingTotal: 0,
    });
    const totals = { arrearsTotal: 0, outstandingTotal: 0, overdue: 'capitalised' };
    // What fell due before an acceleration is none that it stands for: told otherwise it is refused.
    const standsFrom = (on: string, told: number): number =>
      Math.max(
        told,
        ...[
          ...dues.map((_, n) => ({ number: n + 1, dueOn: dueOnOf(n + 1) })),
          ...(first && first.on < on ? new1 : []),
          ...(second && second.on < on ? new2 : []),
        ].flatMap(({ number, dueOn }) => (dueOn < on ? [number + 1] : [])),
      );
    return [
      ...dues.map((owed, n) => missed({ number: n + 1, dueOn: dueOnOf(n + 1), due: owed })),
      ...[...new1, ...new2].map(missed),
      ...payments.map(({ nth: id, amount, valueDate }) => ({
        type: 'payment-received',
        paymentId: `p${id}`,
        receivedAt: '',
        amount,
        valueDate,
      })),
      ...payments.flatMap(({ nth: id, back }) =>
        back === undefined ? [] : [{ type: 'payment-reversed', paymentId: `p${id}`, reversedOn: back }],
      ),
      ...charges.map(({ nth: id, ...told }) => ({
        type: 'charge-added',
        chargeId: `c${id}`,
        component: 'fees',
        ...told,
      })),
      ...accelerations.map(({ nth: id, undoneOn: _later, because: _why, ...told }) => ({
        type: 'loan-accelerated',
        accelerationId: `a${id}`,
        ...told,
        from: standsFrom(told.on, told.from),
        ...totals,
      })),
      ...accelerations.flatMap(({ nth: id, undoneOn, because }) =>
        undoneOn === undefined ? [] : [{ type: 'acceleration-undone', accelerationId: `a${id}`, undoneOn, because }],
      ),
      ...(first
        ? [
            {
              type: 'loan-restructured',
              restructuringId: 'r1',
              replaces: { from: 1, to: 10 },
              on: first.on,
              takenOver: first.takenOver,
              instalments: new1,
              ...totals,
            },
          ]
        : []),
      ...(second
        ? [
            {
              type: 'loan-restructured',
              restructuringId: 'r2',
              replaces: { from: 11, to: 20 },
              on: second.on,
              takenOver: second.takenOver,
              instalments: new2,
              ...totals,
            },
          ]
        : []),
    ];
  });
const arrivals = scene.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })),
);

const shares = (['instalment', 'loan'] as const).map((per) => ({
  rule: 'share',
  covers: ['penalty' as const],
  max: 'share' as const,
  per,
  permille: per === 'loan' ? 3 : 5,
  of: 'principal' as const,
}));

const late = {
  ...testTerms,
  startOn: '2026-01-01',
  lateCharge: {
    lender: 'licensed' as const,
    contractRatePpm: 156_000,
    dayCount: 'act/365f' as const,
    rounding: { mode: 'half-up' as const, point: 'end' as const },
    penalty: {
      clause: '8.1',
      base: 'principal' as const,
      rate: { contractPermille: 1_500 },
      tiers: [],
      grace: { days: 0, chargedFrom: 'due-date' as const },
    },
    caps: [],
  },
};

const withCaps = { ...late, lateCharge: { ...late.lateCharge, caps: shares } };

/** All of it, whatever the order; nothing of these histories is refused. */
const taken = (events: readonly object[]): { position: Position; news: News[] } => {
  let position = emptyPosition('CNY');
  const news: News[] = [];
  for (const event of events) {
    const whole = { currency: 'CNY', terms: late, ...event } as unknown as LoanFact & { type: string };
    const folded = foldLoanFact(position, whole);
    if ('refused' in folded) throw new Error(`${whole.type}: ${folded.reason}`);
    position = folded.position;
    const { type, ...data } = whole;
    news.push(...newsIn(`com.recourse.servicing.${type}.v1`, data as never));
  }
  return { position, news };
};
const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
const comparable = ({ debts, parts, credit }: Allocation) =>
  [debts, parts, credit].map((all) => all.map((each) => JSON.stringify(each)).sort());

test('whatever the order of arrival, a contract that changes comes to the same position, today and on every day', () => {
  fc.assert(
    fc.property(arrivals, day, ([inOrder, shuffled], on) => {
      const [one, other] = [taken(inOrder).position, taken(shuffled).position];

      expect(other).toEqual(one);
      for (const asOf of [on, 'now'] as const)
        expect(comparable(allocatePayments(other, asOf, allocationOf(late)))).toEqual(
          comparable(allocatePayments(one, asOf, allocationOf(late))),
        );
    }),
    { numRuns: 300 },
  );
});

test('money is conserved to the minor unit through schedules that take over, accelerations and their undoing', () => {
  let replaced = 0;
  fc.assert(
    fc.property(scene, day, (events, on) => {
      const { position } = taken(events);
      for (const asOf of [on, 'now'] as const) {
        const until = asOf === 'now' ? '~' : asOf;
        const { debts, parts, credit } = allocatePayments(position, asOf, allocationOf(late));
        for (const payment of position.payments) {
          const gone = goneOn(payment);
          const counts = payment.valueDate <= until && (gone === undefined || gone > until);
          const placed = [...parts, ...credit].filter(({ paymentId }) => paymentId === payment.paymentId);
          expect(sum(placed.map(({ amount }) => amount))).toBe(counts ? payment.amount : 0);
        }
        for (const debt of debts) {
          expect(openOf(debt)).toBeGreaterThanOrEqual(0);
          expect(debt.replaced).toBeGreaterThanOrEqual(0);
        }
        expect(sum(debts.map(({ paid }) => paid))).toBe(sum(parts.map(({ amount }) => amount)));
        const over = sum(
          (position.restructurings ?? []).map(({ takenOver: { principal = 0, interest = 0 } }) => principal + interest),
        );
        expect(sum(debts.map((debt) => debt.replaced))).toBeLessThanOrEqual(over);
        replaced += debts.some((debt) => debt.replaced > 0) ? 1 : 0;
      }
    }),
    { numRuns: 300 },
  );
  expect(replaced).toBeGreaterThan(100);
});

test('the auditor reckons of contracts that change what the product reckons, by events and by position, and what lateness has cost', () => {
  let charged = 0;
  let cut = 0;
  fc.assert(
    fc.property(arrivals, day, ([, events], asOf) => {
      const { position, news } = taken(events);

      expect(reckon(news).arrears).toBe(amountsOn(position, 'now', allocationOf(late)).arrears);
      expect(reckon(news).oldest).toBe(amountsOn(position, 'now', allocationOf(late)).oldestUnpaidDueOn);
      expect(reckon(positionIn(position, 'CNY'))).toEqual(reckon(news));
      const [theirs, capped] = [late, withCaps].map((terms) => {
        const asTold = news.map((each) => (each.news === 'terms' ? { ...each, lateCharge: terms.lateCharge } : each));
        const reckoned = reckonLate(asTold, [], asOf);
        expect(reckoned && { asOf, ...reckoned }).toEqual(lateOwed({ terms, position }, [], asOf));
        return reckoned;
      });
      if ((theirs?.late ?? 0) > 0) charged += 1;
      if ((capped?.late ?? 0) < (theirs?.late ?? 0)) cut += 1;
    }),
    { numRuns: 300 },
  );
  expect(charged).toBeGreaterThan(100);
  expect(cut).toBeGreaterThan(30);
});
