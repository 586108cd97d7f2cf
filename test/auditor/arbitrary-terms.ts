import { fileURLToPath } from 'node:url';
import type { Terms } from '@recourse/domain/case/terms';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import type { LateChargeCap } from '@recourse/domain/money/penalty/late-charge-cap';
import { readLaw } from '@recourse/infra/policies/read-law';
import fc from 'fast-check';
import { testTerms } from '../builders/case-world.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));

const principalFirst = ['principal', 'interest', 'penalty', 'fees', 'costs', 'compound', 'damages'];
const oldestFirst = (components: readonly string[]) => [
  { when: ['past-due', 'due'], components, by: 'instalment', first: 'oldest' },
];
/** Keeps what the law orders of cards, by an order of its own inside the classes. */
const cardOrder = {
  rows: [
    { fromDpd: 0, order: oldestFirst(['fees', 'costs', 'penalty', 'compound', 'damages', 'interest', 'principal']) },
    { fromDpd: 91, order: oldestFirst(['principal', 'penalty', 'interest', 'compound', 'damages', 'fees', 'costs']) },
  ],
  takenBack: 'principal',
};
/** Terms that charge for lateness in whatever way, with what the shipped law makes of them. */
export const arbitraryTerms = fc
  .record({
    // Five in ten thousand a day, and rates that are no whole basis points.
    contractRatePpm: fc.constantFrom(156_000, 234_000, 182_500, 72_050, 155_501),
    contractPermille: fc.constantFrom(1_500, 1_500, 1_500, 1_300, 0, 1_501, 1_800),
    dayCount: fc.constantFrom('act/365f', 'act/360', '30/360', '30e/360'),
    mode: fc.constantFrom('half-up', 'half-even', 'down'),
    point: fc.constantFrom('end', 'instalment', 'line'),
    compound: fc.constantFrom(undefined, undefined, 1, 3),
    penal: fc.constantFrom(true, true, true, false),
    damages: fc.constantFrom(
      undefined,
      undefined,
      { clause: '9', per: 'instalment', graceDays: 3, charge: { amount: 501 } },
      { clause: '9', per: 'loan', graceDays: 0, charge: { ppm: 12_345, of: 'principal' } },
      { clause: '9', per: 'instalment', graceDays: 2, charge: { ppm: 7_777, of: 'principal-and-interest' } },
    ),
    judgment: fc.constantFrom(
      undefined,
      undefined,
      { rule: 'CN-INT-5', performBy: '2026-01-15', dailyPpm: 175 },
      { rule: 'CN-INT-5', performBy: '2026-02-20', dailyPpm: 175 },
    ),
    lender: fc.constantFrom('licensed', 'private'),
    base: fc.constantFrom('principal', 'principal-and-interest'),
    tiers: fc.constantFrom(
      [],
      [{ fromDayLate: 8, rate: { yearlyPpm: 300_000 }, clause: '8.2' }],
      [{ fromDayLate: 8, rate: { yearlyPpm: 108_075 }, clause: '8.2' }],
    ),
    grace: fc.constantFrom(
      { days: 0, chargedFrom: 'due-date' },
      { days: 5, chargedFrom: 'due-date' },
      { days: 5, chargedFrom: 'grace-end' },
    ),
    allocation: fc.constantFrom(
      undefined,
      principalFirst,
      {
        rows: [
          {
            fromDpd: 0,
            order: [{ when: ['past-due', 'due'], components: principalFirst, by: 'instalment', first: 'oldest' }],
          },
          {
            fromDpd: 7,
            order: [
              { when: ['due', 'past-due'], components: principalFirst.toReversed(), by: 'instalment', first: 'oldest' },
            ],
          },
        ],
        takenBack: 'principal',
      },
      cardOrder,
    ),
    product: fc.constantFrom('cash-loan', 'card-instalment', 'assisted-loan', 'private-loan'),
    caps: fc.constantFrom<LateChargeCap[]>(
      [],
      [{ rule: '24', covers: ['interest', 'penalty', 'fees'], max: 'yearly', yearlyPpm: 240_000 }],
      [{ rule: 'most', covers: ['penalty'], max: 'amount', per: 'loan', amount: 150 }],
      [{ rule: 'each', covers: ['penalty', 'damages'], max: 'amount', per: 'instalment', amount: 400 }],
      [
        {
          rule: 'all',
          covers: ['penalty', 'damages', 'compound'],
          max: 'share',
          per: 'loan',
          permille: 40,
          of: 'principal',
        },
        {
          rule: 'part',
          covers: ['compound', 'penalty'],
          max: 'share',
          per: 'instalment',
          permille: 30,
          of: 'principal-and-interest',
        },
      ],
      [{ rule: 'CN-INT-4', covers: ['interest', 'penalty', 'compound'], max: 'lpr', lprPpm: 30_000, permille: 4_000 }],
    ),
    lent: fc.constantFrom(20_000, 300_000),
    lentFrom: fc.constantFrom('2026-01-01', '2026-01-01', '2026-01-01', '2026-01-08', 'untold'),
  })
  .map((drawn): Terms => {
    const { contractRatePpm, contractPermille, dayCount, mode, point, base, tiers, grace, allocation, caps, lent } =
      drawn;
    const { compound, penal, damages, judgment, lender, product, lentFrom } = drawn;
    const interest = compound && { compound: { everyMonths: compound, clause: '8.3' } };
    const penalty = { clause: '8.1', base, rate: { contractPermille }, tiers, grace, ...interest };
    // A cap that is agreed is refused without them.
    const isCapped = caps.some(({ max }) => max === 'yearly' || max === 'lpr');
    const agreed: Terms = {
      ...testTerms,
      product,
      startOn: '2026-01-01',
      lateCharge: {
        lender,
        contractRatePpm,
        dayCount,
        rounding: { mode, point },
        ...(penal && { penalty }),
        ...(damages && { damages }),
        ...(judgment && { judgment }),
        caps,
      } as never,
      costs: {
        principal: [
          { from: isCapped ? '2026-01-01' : lentFrom, amount: lent },
          { from: '2026-01-12', amount: lent / 2 },
        ].slice(isCapped || lentFrom !== 'untold' ? 0 : 2),
        charged: [],
      },
      ...(allocation && { allocation: allocation as never }),
    };
    const byLaw = termsByLaw(law, agreed, '2026-01-01');
    return { ...agreed, ...(byLaw && { byLaw }) };
  });
