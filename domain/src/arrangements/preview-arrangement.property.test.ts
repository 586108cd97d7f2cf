import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noLaw } from '../../../test/builders/no-law.js';
import { contractOrder, sumOf } from '../money/components.js';
import type { Components } from '../money/money.js';
import type { ArrangementAsked } from './arrangement.js';
import { arrangementKinds, authorities } from './arrangement-kind.js';
import type { ArrangementPractice, KindPractice } from './arrangement-practice.js';
import { payable } from './arrangement-schedule.js';
import { isAtLeast, isWithin } from './authority-needed.js';
import { previewArrangement, type ArrangementStanding } from './preview-arrangement.js';

const amount = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50_000_000 }));
const components: fc.Arbitrary<Components> = fc.dictionary(fc.constantFrom(...contractOrder), amount);
const kind: fc.Arbitrary<KindPractice> = fc.record({
  over: fc.constant<('arrears' | 'all')[]>(['arrears', 'all']),
  instalmentsAtMost: fc.integer({ min: 1, max: 60 }),
  smallestInstalment: fc.record({ CNY: fc.integer({ min: 1, max: 5_000 }) }),
  firstPaymentPercentAtLeast: fc.constantFrom(0, 20),
  firstWithinDays: fc.constant(30),
  accrues: fc.boolean(),
  graceDays: fc.constant(3),
  postingDays: fc.constant(2),
  cureDays: fc.constant(5),
  tolerancePercent: fc.constantFrom(0, 5),
  offerDays: fc.constant(14),
  brokenAtMost: fc.constant(1),
  gives: fc.shuffledSubarray([...contractOrder]),
  alone: fc.constantFrom('collector' as const, 'supervisor' as const),
  mandates: fc.constant([
    { role: 'collector' as const, upTo: { CNY: 1_000_000 }, discountPercent: {} },
    { role: 'supervisor' as const, upTo: { CNY: 90_000_000 }, discountPercent: { M3: 20 } },
    { role: 'manager' as const, upTo: { CNY: 900_000_000 }, discountPercent: { M3: 50 } },
  ]),
});
const about = {
  kind: fc.constantFrom(...arrangementKinds),
  over: fc.constantFrom('arrears' as const, 'all' as const),
  firstOn: fc.constantFrom('2026-01-31', '2026-01-10', '2026-01-30', '2026-01-09'),
  discount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 }), amount),
};
const asked: fc.Arbitrary<ArrangementAsked> = fc.oneof(
  fc.record({ ...about, instalments: fc.integer({ min: 1, max: 70 }) }),
  fc.record({ ...about, instalments: fc.integer({ min: 2, max: 70 }), firstPayment: amount }),
  fc.record({ ...about, amount }),
  fc.record({ ...about, amount, firstPayment: amount }),
);
const standing = (owed: Components, authority: ArrangementStanding['authority']): ArrangementStanding => ({
  today: '2026-01-10',
  currency: 'CNY',
  bucket: 'M3',
  owed: { arrears: { owed, late: {} }, all: { owed, late: {} } },
  lateBilled: {},
  authority,
  law: noLaw,
  bearing: { places: [], actor: 'first-party', product: 'cash-loan', days: ['2026-01-10'] },
});

const practiceOf = (each: KindPractice): ArrangementPractice => ({
  v: 1,
  kinds: Object.fromEntries(arrangementKinds.map((name) => [name, each])),
});

describe('whatever is asked to be agreed', () => {
  const drawn = fc.tuple(components, kind, asked, fc.constantFrom(...authorities));

  it('a schedule adds up to what is owed less what is given up, whole and by component, and pays off with its last', () => {
    let previewed = 0;
    fc.assert(
      fc.property(drawn, ([owed, practice, question, authority]) => {
        const found = previewArrangement(question, standing(owed, authority), practiceOf(practice));
        if ('refused' in found) return;
        previewed += 1;
        const { terms, schedule, total } = found.preview;
        expect(total).toBe(sumOf(owed) - (question.discount ?? 0));
        expect(schedule.reduce((sum, each) => sum + each.amount, 0)).toBe(total);
        for (const component of contractOrder)
          expect(schedule.reduce((sum, { of }) => sum + (of[component] ?? 0), 0)).toBe(payable(terms)[component] ?? 0);
        for (const each of schedule) {
          expect(each.amount).toBeGreaterThan(0);
          expect(Number.isSafeInteger(each.amount)).toBe(true);
          expect(sumOf(each.of)).toBe(each.amount);
        }
        expect(schedule.at(-1)?.left).toBe(0);
        const days = schedule.map(({ dueOn }) => dueOn);
        expect([...new Set(days)].toSorted()).toEqual(days);
      }),
      { numRuns: 2_000 },
    );
    expect(previewed).toBeGreaterThan(100);
  });

  it('nothing is agreed beyond the limits, and nothing is given up that may not be', () => {
    fc.assert(
      fc.property(drawn, ([owed, practice, question, authority]) => {
        const found = previewArrangement(question, standing(owed, authority), practiceOf(practice));
        if ('refused' in found) {
          expect(found.refused.length).toBeGreaterThan(0);
          return;
        }
        const { terms, schedule, needs } = found.preview;
        expect(schedule.length).toBeLessThanOrEqual(practice.instalmentsAtMost);
        expect(question.firstOn >= '2026-01-10').toBe(true);
        for (const component of contractOrder) {
          const given = terms.discount[component] ?? 0;
          expect(given).toBeLessThanOrEqual(practice.gives.includes(component) ? (owed[component] ?? 0) : 0);
        }
        const mandate = { currency: 'CNY', bucket: 'M3', total: sumOf(owed), discount: sumOf(terms.discount) };
        const decides = needs ?? authority;
        expect(isWithin(practice, decides, mandate) || isAtLeast(decides, 'supervisor')).toBe(true);
        if (needs)
          expect([authority, practice.alone ?? 'collector'].some((role) => !isAtLeast(role, needs))).toBe(true);
        else
          expect(isWithin(practice, practice.alone ?? 'collector', mandate) || practice.alone === 'supervisor').toBe(
            true,
          );
        if (mandate.discount > 0) expect(isAtLeast(decides, 'supervisor')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
