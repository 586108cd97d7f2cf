import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { amountsOn } from '@recourse/domain/money/arrears';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import { lateOwed } from '@recourse/domain/money/late-owed';
import { newsIn, positionIn, type News } from '@recourse/service-auditor/news';
import { reckon } from '@recourse/service-auditor/reckon';
import { reckonLate } from '@recourse/service-auditor/reckon-late';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testTerms } from '../builders/case-world.js';

/** Two reckonings that share no code are held against each other here and nowhere else. */
const day = fc.integer({ min: 5, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const money = fc.integer({ min: 1, max: 60_000 });
const due = fc.record({
  principal: money,
  interest: fc.integer({ min: 0, max: 900 }),
  penalty: fc.constantFrom(0, 0, 300),
});
const instalment = fc
  .record({ number: fc.integer({ min: 1, max: 6 }), due, missed: fc.boolean() })
  .map(({ number, due: owed, missed }) => ({
    type: missed ? 'instalment-missed' : 'instalment-met',
    instalment: { number, dueOn: `2026-01-${String(number * 4).padStart(2, '0')}`, due: owed },
    asOf: '2026-01-28',
    outstandingTotal: 0,
  }));
const nth = fc.integer({ min: 1, max: 4 });
const payment = fc
  .record({ nth, amount: money, valueDate: day })
  .map(({ nth: id, ...paid }) => ({ type: 'payment-received', paymentId: `p${id}`, receivedAt: '', ...paid }));
const reversal = fc
  .record({ nth, reversedOn: day })
  .map(({ nth: id, reversedOn }) => ({ type: 'payment-reversed', paymentId: `p${id}`, reversedOn }));
const charge = fc
  .record({ nth, component: fc.constantFrom('penalty', 'fees', 'principal', 'interest'), amount: money, dueOn: day })
  .map(({ nth: id, ...told }) => ({ type: 'charge-added', chargeId: `c${id}`, ...told }));
const waiver = fc
  .record({
    nth,
    of: fc.oneof(
      nth.map((id) => ({ chargeId: `c${id}` })),
      fc.record({ instalment: fc.integer({ min: 1, max: 6 }), component: fc.constantFrom('principal', 'interest') }),
    ),
    amount: money,
    waivedOn: day,
  })
  .map(({ nth: id, ...told }) => ({ type: 'amount-waived', waiverId: `w${id}`, ...told }));
const withdrawal = fc
  .record({ nth, withdrawnOn: day })
  .map(({ nth: id, withdrawnOn }) => ({ type: 'waiver-withdrawn', waiverId: `w${id}`, withdrawnOn }));
const out = fc.record({ nth, paid: nth, amount: money, on: day }).map(({ nth: id, paid, amount, on }) => ({
  type: 'money-out',
  outId: `o${id}`,
  kind: 'chargeback',
  paymentId: `p${paid}`,
  amount,
  on,
}));

const terms = fc
  .record({
    contractRatePpm: fc.constantFrom(156_000, 234_000),
    dayCount: fc.constantFrom('act/365f', 'act/360'),
    mode: fc.constantFrom('half-up', 'half-even', 'down'),
    point: fc.constantFrom('end', 'instalment'),
    base: fc.constantFrom('principal', 'principal-and-interest'),
    tiers: fc.constantFrom([], [{ fromDayLate: 8, rate: { yearlyPpm: 300_000 }, clause: '8.2' }]),
    grace: fc.constantFrom(
      { days: 0, chargedFrom: 'due-date' },
      { days: 5, chargedFrom: 'due-date' },
      { days: 5, chargedFrom: 'grace-end' },
    ),
    allocation: fc.constantFrom(undefined, [
      'principal',
      'interest',
      'penalty',
      'fees',
      'costs',
      'compound',
      'damages',
    ]),
    caps: fc.constantFrom(
      [],
      [{ rule: '24', covers: ['interest', 'penalty', 'fees'], max: 'yearly', yearlyPpm: 240_000 }],
      [{ rule: 'most', covers: ['penalty'], max: 'amount', per: 'loan', amount: 150 }],
    ),
    lent: fc.constantFrom(20_000, 300_000),
  })
  .map(({ contractRatePpm, dayCount, mode, point, base, tiers, grace, allocation, caps, lent }): Terms => {
    const penalty = { clause: '8.1', base, rate: { contractPermille: 1_500 }, tiers, grace };
    return {
      ...testTerms,
      startOn: '2026-01-01',
      lateCharge: { lender: 'licensed', contractRatePpm, dayCount, rounding: { mode, point }, penalty, caps } as never,
      costs: {
        principal: [
          { from: '2026-01-01', amount: lent },
          { from: '2026-01-12', amount: lent / 2 },
        ],
        charged: [],
      },
      ...(allocation && { allocation: allocation as never }),
    };
  });
const stop = fc.record({ from: day, to: day }).map(({ from, to }) => (from < to ? { from, to } : { from }));
const scene = fc.record({
  terms,
  events: fc.array(fc.oneof(instalment, instalment, payment, payment, reversal, charge, waiver, withdrawal), {
    maxLength: 14,
  }),
  stops: fc.array(stop, { maxLength: 2 }),
  asOf: fc.integer({ min: 20, max: 28 }).map((n) => `2026-01-${n}`),
});

/** What was taken, and its news in the order of arrival. */
const taken = (events: readonly object[], told: Terms) => {
  let position = emptyPosition('CNY');
  const news: News[] = [];
  for (const event of events) {
    const whole = { currency: 'CNY', terms: told, ...event } as unknown as LoanFact & { type: string };
    const folded = foldLoanFact(position, whole);
    if ('refused' in folded) continue;
    position = folded.position;
    const { type, ...data } = whole;
    news.push(...newsIn(`com.recourse.servicing.${type}.v1`, data as never));
  }
  return { position, news };
};

test('the auditor reckons what lateness has cost as the product does, or says that it does not cover it', () => {
  let covered = 0;
  let charged = 0;
  fc.assert(
    fc.property(scene, ({ terms: told, events, stops, asOf }) => {
      const { position, news } = taken(events, told);
      const theirs = reckonLate(news, stops, asOf);
      if (!theirs) return;
      covered += 1;

      const ours = lateOwed(
        { terms: told, position },
        stops.map((each) => ({ ...each, because: 'test' })),
        asOf,
      );

      if (theirs.late > 0) charged += 1;
      expect({ asOf, ...theirs }).toEqual(ours);
    }),
    { numRuns: 1_500 },
  );
  expect(covered).toBeGreaterThan(500);
  expect(charged).toBeGreaterThan(80);
});

test('with charges, waivers and money out it reckons the arrears that the product reckons, by events and by position', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(instalment, payment, reversal, charge, waiver, withdrawal, out), { maxLength: 14 }),
      (events) => {
        const { position, news } = taken(events, testTerms);
        const met = position.instalments.some(({ state }) => state === 'met');
        fc.pre(!(met && position.payments.some(({ reversedOn }) => reversedOn !== undefined)));

        expect(reckon(news).arrears).toBe(amountsOn(position, 'now', allocationOf(undefined)).arrears);
        expect(reckon(positionIn(position, 'CNY'))).toEqual(reckon(news));
      },
    ),
    { numRuns: 1_000 },
  );
});
