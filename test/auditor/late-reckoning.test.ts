import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import { amountsOn } from '@recourse/domain/money/arrears';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import { lateOwed } from '@recourse/domain/money/late-owed';
import { newsIn, positionIn, type News } from '@recourse/service-auditor/news';
import { reckon } from '@recourse/service-auditor/reckon';
import { moneyByLaw } from '@recourse/service-auditor/law/money-by-law';
import { readLaw as readTheirs } from '@recourse/service-auditor/law/read-law';
import { reckonLate } from '@recourse/service-auditor/reckon-late';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTerms } from './arbitrary-terms.js';

const { money = [] } = await readTheirs();

/** Two reckonings that share no code are held against each other here and nowhere else. */
const day = fc.integer({ min: 5, max: 31 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const amount = fc.integer({ min: 1, max: 60_000 });
const due = fc.record({
  principal: amount,
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
  .record({ nth, amount, valueDate: day })
  .map(({ nth: id, ...paid }) => ({ type: 'payment-received', paymentId: `p${id}`, receivedAt: '', ...paid }));
const reversal = fc
  .record({ nth, reversedOn: day })
  .map(({ nth: id, reversedOn }) => ({ type: 'payment-reversed', paymentId: `p${id}`, reversedOn }));
const charge = fc
  .record({ nth, component: fc.constantFrom('penalty', 'fees', 'principal', 'interest'), amount, dueOn: day })
  .map(({ nth: id, ...told }) => ({ type: 'charge-added', chargeId: `c${id}`, ...told }));
const waiver = fc
  .record({
    nth,
    of: fc.oneof(
      nth.map((id) => ({ chargeId: `c${id}` })),
      fc.record({ instalment: fc.integer({ min: 1, max: 6 }), component: fc.constantFrom('principal', 'interest') }),
    ),
    amount,
    waivedOn: day,
  })
  .map(({ nth: id, ...told }) => ({ type: 'amount-waived', waiverId: `w${id}`, ...told }));
const withdrawal = fc
  .record({ nth, withdrawnOn: day })
  .map(({ nth: id, withdrawnOn }) => ({ type: 'waiver-withdrawn', waiverId: `w${id}`, withdrawnOn }));
const out = fc.record({ nth, paid: nth, amount, on: day }).map(({ nth: id, paid, amount, on }) => ({
  type: 'money-out',
  outId: `o${id}`,
  kind: 'chargeback',
  paymentId: `p${paid}`,
  amount,
  on,
}));

const stop = fc.record({ from: day, to: day }).map(({ from, to }) => (from < to ? { from, to } : { from }));
const scene = fc.record({
  terms: arbitraryTerms,
  events: fc.array(fc.oneof(instalment, instalment, payment, payment, reversal, charge, waiver, withdrawal), {
    maxLength: 14,
  }),
  stops: fc.array(stop, { maxLength: 2 }),
  asOf: fc.constantFrom('2026-01-20', '2026-01-28', '2026-03-01', '2026-03-31', '2026-04-30', '2026-05-31'),
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

const judgedBy = ({ product }: Terms, news: readonly News[]): News[] =>
  news.map((each) =>
    each.news === 'terms'
      ? { ...each, byLaw: moneyByLaw(money, { jurisdiction: 'CN', product }, each, '2026-01-01') }
      : each,
  );

test('the auditor reckons what lateness has cost as the product does, or says that it does not cover it', () => {
  let covered = 0;
  const charged = {
    any: 0,
    '30/360': 0,
    compound: 0,
    damages: 0,
    judgment: 0,
    line: 0,
    share: 0,
    rows: 0,
    law: 0,
    uncharged: 0,
  };
  fc.assert(
    fc.property(scene, ({ terms: told, events, stops, asOf }) => {
      const { position, news } = taken(events, told);
      const judged = judgedBy(told, news);
      const theirs = reckonLate(judged, stops, asOf);
      if (!theirs) return;
      covered += 1;

      const ours = lateOwed(
        { terms: told, position },
        stops.map((each) => ({ ...each, because: 'test' })),
        asOf,
      );

      const { dayCount, rounding, penalty, damages, judgment, caps = [] } = told.lateCharge ?? {};
      if (theirs.late > 0) {
        charged.any += 1;
        charged['30/360'] += Number(dayCount === '30/360');
        charged.compound += Number(penalty?.compound !== undefined);
        charged.damages += Number(damages !== undefined);
        charged.judgment += Number(judgment !== undefined);
        charged.law += Number(told.byLaw !== undefined);
        charged.uncharged += Number(told.byLaw?.uncharged !== undefined);
        charged.rows += Number(told.allocation !== undefined && 'rows' in told.allocation);
        charged.line += Number(rounding?.point === 'line');
        charged.share += Number(caps.some(({ max }) => max === 'share'));
      }
      expect({ asOf, ...theirs }).toEqual(ours);
    }),
    { numRuns: 2_500 },
  );
  expect(covered).toBeGreaterThan(350);
  for (const [, often] of Object.entries(charged)) expect(often).toBeGreaterThan(20);
});

test('with charges, waivers and money out it reckons the arrears that the product reckons, by events and by position, in every order', () => {
  let covered = 0;
  fc.assert(
    fc.property(
      arbitraryTerms,
      fc.array(fc.oneof(instalment, payment, reversal, charge, waiver, withdrawal, out), { maxLength: 14 }),
      (terms, events) => {
        const { position, news } = taken(events, terms);
        const met = position.instalments.some(({ state }) => state === 'met');
        fc.pre(!(met && position.payments.some(({ reversedOn }) => reversedOn !== undefined)));
        const judged = judgedBy(terms, news);

        // No terms are told but with an instalment that is missed.
        const held = judged.some(({ news: kind }) => kind === 'terms') ? terms : undefined;
        const theirs = reckon(judged);
        expect(reckon(positionIn(position, 'CNY'), judged)).toEqual(theirs);
        if (theirs.arrears === undefined) return;
        covered += 1;
        expect(theirs.arrears).toBe(amountsOn(position, 'now', allocationOf(held)).arrears);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(covered).toBeGreaterThan(500);
});
