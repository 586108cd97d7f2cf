import { owedForArrangement } from '@recourse/domain/arrangements/owed-for-arrangement';
import { refusePromises } from '@recourse/domain/arrangements/refuse-promises';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { unbilledLateOfCase } from '@recourse/domain/case/late-of-case';
import { promiseStanding } from '@recourse/domain/case/promise-standing';
import type { Terms } from '@recourse/domain/case/terms';
import { localDay } from '@recourse/domain/calendar/local-time';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { contractOrder, sumOf } from '@recourse/domain/money/components';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import { payoffOn } from '@recourse/domain/money/payoff';
import type { Position } from '@recourse/domain/money/position';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { coverOf } from '@recourse/activities/contact/begun-act';
import { owedOf } from '@recourse/activities/contact/owed-of';
import { refusedPromise } from '@recourse/activities/contact/refused-promise';
import type { ActRecord } from '@recourse/activities/records/act-record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTerms } from '../auditor/arbitrary-terms.js';
import { shippedStrategy } from '../builders/case-world.js';
import { aCase, aLoan } from '../builders/contact-records.js';

const amount = fc.integer({ min: 1, max: 60_000 });
const day = fc.integer({ min: 1, max: 31 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
/** Instalments missed or met, the later ones still to come in servicing's total. */
const instalment = fc.record({
  type: fc.constantFrom('instalment-missed', 'instalment-missed', 'instalment-met'),
  number: fc.integer({ min: 1, max: 6 }),
  principal: amount,
  toCome: fc.constantFrom(0, 0, 250_000),
});
const payment = fc.record({ id: fc.integer({ min: 1, max: 4 }), amount, valueDate: day });
const charge = fc.record({ id: fc.integer({ min: 1, max: 3 }), amount: fc.integer({ min: 1, max: 900 }), dueOn: day });

const scene = fc.record({
  terms: arbitraryTerms,
  instalments: fc.array(instalment, { minLength: 1, maxLength: 4 }),
  payments: fc.array(payment, { maxLength: 3 }),
  penalties: fc.array(charge, { maxLength: 2 }),
  now: fc.constantFrom('2026-02-01T02:00:00.000Z', '2026-03-02T15:59:59.000Z', '2026-05-31T16:00:00.000Z'),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const positionOf = ({ terms, instalments, payments, penalties }: Scene): Position => {
  const dueOf = (number: number): string => `2026-01-${String(number * 4).padStart(2, '0')}`;
  const facts = [
    ...instalments.map(({ type, number, principal, toCome }) => ({
      type,
      instalment: { number, dueOn: dueOf(number), due: { principal } },
      asOf: '2026-01-28',
      arrearsTotal: principal,
      outstandingTotal: principal + toCome,
    })),
    ...payments.map(({ id, ...paid }) => ({ type: 'payment-received', paymentId: `p${id}`, receivedAt: '', ...paid })),
    ...penalties.map(({ id, ...told }) => ({
      type: 'charge-added',
      chargeId: `c${id}`,
      component: 'penalty',
      ...told,
    })),
  ];
  return facts.reduce((position, fact) => {
    const folded = foldLoanFact(position, { currency: 'CNY', terms, ...fact } as unknown as LoanFact);
    return 'refused' in folded ? position : folded.position;
  }, emptyPosition('CNY'));
};

const { promises, ...shipped } = shippedStrategy();
const { limits: _any, ...terms } = promises ?? {};
/** Limits of how many and how far are not what this is about. */
const strategy = { ...shipped, ...(promises && { promises: terms }) } as Strategy;

/** What a message of that moment says, and the loan it says it of. */
const told = (played: Scene, loanId = 'L1') => {
  const position = positionOf(played);
  const agreed: Terms = { ...played.terms, zone: 'Asia/Shanghai' };
  const loan = aLoan(loanId, { terms: agreed, position });
  const kase = aCase(loanId, undefined, {}, { terms: agreed, strategy: { name: 's', version: 1, hash: 'h' } });
  return { kase, loan, cover: coverOf(kase, loan, 'plan', played.now), today: localDay(played.now, kase.zone) };
};

test('what a message of a day names may be promised that day, charges for lateness and all', () => {
  let late = 0;
  fc.assert(
    fc.property(scene, (played) => {
      const { kase, loan, cover, today } = told(played);
      if (owedOf(cover) === 0) return;
      if (cover.late && cover.late.late > 0) late += 1;

      const standing = promiseStanding(kase, loan, strategy, played.now);

      expect(refusePromises([{ amount: owedOf(cover), by: today }], standing)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
  expect(late).toBeGreaterThan(50);
});

test('so may the sum of a message about two loans, each its own part of it', () => {
  fc.assert(
    fc.property(scene, scene, (one, other) => {
      const both = [told(one), told({ ...other, now: one.now }, 'L2')];
      const covers = both.map(({ cover }) => cover);
      if (covers.some(({ arrears }) => arrears === 0)) return;
      const amount = covers.reduce((sum, cover) => sum + owedOf(cover), 0);
      const act = { covers, personId: 'p1' } as unknown as ActRecord;

      const refused = refusedPromise(act, both, new Map([['h', strategy]]), {
        code: 'promise',
        details: { promise: { amount, by: both[0]?.today ?? '' } },
        at: one.now,
      });

      expect(refused).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('an agreement of that day is about the same sum, and one of all that is owed about what would pay the loan off', () => {
  let late = 0;
  fc.assert(
    fc.property(scene, (played) => {
      const { kase, loan, cover, today } = told(played);
      const how = allocationOf(loan.terms);
      const unbilled = unbilledLateOfCase(kase, loan, today);
      if (sumOf(unbilled) > 0) late += 1;

      const { arrears, all } = owedForArrangement(loan.position, how, unbilled);

      expect(sumOf(arrears.owed)).toBe(owedOf(cover));
      expect(sumOf(all.owed)).toBe(payoffOn(loan.position, 'now', how, cover.late?.late ?? 0).payoff);
      for (const { owed, late: part } of [arrears, all])
        for (const component of contractOrder) expect(part[component] ?? 0).toBeLessThanOrEqual(owed[component] ?? 0);
    }),
    { numRuns: 500 },
  );
  expect(late).toBeGreaterThan(50);
});
