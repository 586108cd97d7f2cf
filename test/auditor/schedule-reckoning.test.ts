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
import { arrivals, day, scene } from './arbitrary-contracts.js';

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
        const over = sum((position.restructurings ?? []).map(({ takenOver }) => sum(Object.values(takenOver))));
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
