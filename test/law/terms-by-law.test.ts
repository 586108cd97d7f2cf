import { fileURLToPath } from 'node:url';
import type { Terms } from '@recourse/domain/case/terms';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { oldestFirst, orderAt } from '@recourse/domain/money/allocation-order';
import { lateOwed } from '@recourse/domain/money/late-owed';
import type { Component } from '@recourse/domain/money/components';
import type { LateChargeRate, LateChargeTerms } from '@recourse/domain/money/penalty/late-charge-terms';
import { readLaw } from '@recourse/infra/policies/read-law';
import { products } from '@recourse/service-sandbox/products';
import { describe, expect, it } from 'vitest';
import { testTerms } from '../builders/case-world.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
const on = '2026-03-01';
const card: Terms = { ...testTerms, product: 'card-instalment' };
const charge = (change: Partial<LateChargeTerms> = {}): LateChargeTerms => ({
  lender: 'licensed',
  contractRatePpm: 180_000,
  dayCount: 'act/365f',
  rounding: { mode: 'half-up', point: 'end' },
  penalty: {
    clause: '8',
    base: 'principal',
    rate: { contractPermille: 1_500 },
    tiers: [],
    grace: { days: 0, chargedFrom: 'due-date' },
  },
  caps: [],
  ...change,
});
const withLaw = (terms: Terms): Terms => {
  const byLaw = termsByLaw(law, terms, on);
  return { ...terms, ...(byLaw && { byLaw }) };
};

describe('the order in which money is allocated, by law', () => {
  it('flips for a card loan whose contract is silent, at 91 days past due (商业银行信用卡业务监督管理办法 art. 57)', () => {
    const told = withLaw(card);

    expect(told.byLaw).toMatchObject({ rules: ['CN-ALLOC-2', 'CN-ALLOC-3'] });
    expect(told.byLaw?.against).toBeUndefined();
    expect(orderAt(allocationOf(told), 90)[0]?.components[0]).toBe('costs');
    expect(orderAt(allocationOf(told), 91)[0]?.components[0]).toBe('principal');
  });

  it('stands above what a card loan agreed, and says against which rules that was', () => {
    const told = withLaw({ ...card, allocation: ['principal', 'interest', 'penalty', 'costs', 'fees'] });

    expect(told.byLaw?.against).toEqual(['CN-ALLOC-2', 'CN-ALLOC-3']);
    expect(orderAt(allocationOf(told), 10)[0]?.components[0]).toBe('costs');
  });

  it('leaves a card loan the order it agreed that keeps the law by what the law names: inside interest and inside costs it says nothing', () => {
    const early = ['costs', 'fees', 'penalty', 'compound', 'damages', 'interest', 'principal'] as const;
    const late = ['principal', 'penalty', 'interest', 'compound', 'damages', 'fees', 'costs'] as const;
    const rows = (flipsAt: number) => [
      { fromDpd: 0, order: oldestFirst(early) },
      { fromDpd: flipsAt, order: oldestFirst(late) },
    ];
    const agreeing = (flipsAt: number): Terms =>
      withLaw({ ...card, allocation: { rows: rows(flipsAt), takenBack: 'principal' } });

    expect(agreeing(91).byLaw).toBeUndefined();
    expect(agreeing(90).byLaw?.against).toEqual(['CN-ALLOC-2', 'CN-ALLOC-3']);
    expect(agreeing(92).byLaw?.against).toEqual(['CN-ALLOC-2', 'CN-ALLOC-3']);
  });

  it('leaves it the order of interest and fees, in each half and mixed: art. 57 says only which side of principal they are on', () => {
    const sides = [
      ['interest', 'fees', 'costs', 'penalty', 'compound', 'damages'],
      ['fees', 'interest', 'costs', 'penalty', 'compound', 'damages'],
      ['penalty', 'costs', 'interest', 'fees', 'compound', 'damages'],
    ] as const;
    const agreeing = (early: readonly Component[], late: readonly Component[]): Terms =>
      withLaw({
        ...card,
        allocation: {
          rows: [
            { fromDpd: 0, order: oldestFirst(early) },
            { fromDpd: 91, order: oldestFirst(late) },
          ],
          takenBack: 'principal',
        },
      });
    for (const early of sides)
      for (const late of sides)
        expect(agreeing([...early, 'principal'], ['principal', ...late]).byLaw, `${early.join()}/${late.join()}`).toBe(
          undefined,
        );
    expect(
      agreeing(['interest', 'principal', 'fees', 'costs', 'penalty', 'compound', 'damages'], ['principal', ...sides[0]])
        .byLaw?.against,
    ).toEqual(['CN-ALLOC-2', 'CN-ALLOC-3']);
  });

  it('gives way to what a cash loan agreed, and is what it is anyway where that is silent (民法典 art. 561)', () => {
    const agreed: Terms = { ...testTerms, allocation: ['principal', 'interest'] };

    expect(withLaw(agreed)).toEqual(agreed);
    expect(withLaw(testTerms)).toEqual(testTerms);
    expect(orderAt(allocationOf(withLaw(testTerms)), 0)[0]?.components[0]).toBe('costs');
  });

  it('is what the demonstration’s card loans agree', () => {
    const { allocation, name } = products.k;

    expect(name).toBe('card-instalment');
    if (!allocation) throw new Error('card loans of the sandbox agree on nothing');
    expect(termsByLaw(law, { ...card, allocation }, on)).toBeUndefined();
  });

  it('is nobody’s where no law orders one', () => {
    expect(withLaw({ ...card, jurisdiction: 'GB' }).byLaw).toBeUndefined();
  });
});

describe('what lateness may cost, by law', () => {
  const position = {
    currency: 'CNY',
    instalments: [{ number: 1, dueOn: '2026-01-01', due: { principal: 1_000_000 }, state: 'missed' as const }],
    payments: [],
    outstanding: 1_000_000,
  };
  const owed = (terms: Terms): number | undefined => lateOwed({ terms, position }, [], '2026-04-11')?.late;
  const costs = { principal: [{ from: '2025-12-01', amount: 1_000_000 }], charged: [] };
  const loan = (product: string, lateCharge: LateChargeTerms): Terms =>
    withLaw({ ...testTerms, product, lateCharge, startOn: '2025-12-01', costs });

  it('is capped at 24 % a year for an assisted loan, though nothing was agreed (金规〔2025〕9号 art. 6)', () => {
    const assisted = loan('assisted-loan', charge());

    expect(assisted.byLaw).toMatchObject({ rules: ['CN-INT-3'], caps: [{ max: 'yearly', yearlyPpm: 240_000 }] });
    // 27 % of 10,000.00 for 100 days would be 739.73; 24 % for the 131 days since signing leaves room for it, but not for 60 %.
    expect(owed(assisted)).toBe(73_973);
    expect(owed(loan('assisted-loan', charge({ contractRatePpm: 400_000 })))).toBe(86_136);
  });

  it('is held to four times the LPR for private lending only, and told to nobody while the LPR is not', () => {
    const at40 = { contractRatePpm: 400_000, lender: 'private' as const };
    const lpr = { rule: '8.4', covers: ['penalty' as const], max: 'lpr' as const, lprPpm: 30_000, permille: 6_000 };

    expect(loan('private-loan', charge(at40)).byLaw).toMatchObject({ unknown: ['CN-INT-4'], uncharged: ['penalty'] });
    expect(owed(loan('private-loan', charge(at40)))).toBe(0);
    // Six times were agreed; 12 % for 131 days is what may be.
    expect(owed(loan('private-loan', charge({ ...at40, caps: [lpr] })))).toBe(43_068);
    expect(loan('cash-loan', charge(at40)).byLaw).toBeUndefined();
  });

  it('is not told where the rate of the contract is multiplied by more than the law allows (银发〔2003〕251号)', () => {
    const twice = charge();
    const penalty = twice.penalty && { ...twice.penalty, rate: { contractPermille: 1_501 } };
    const told = loan('cash-loan', { ...twice, ...(penalty && { penalty }) });

    expect(told.byLaw).toEqual({ rules: [], against: ['CN-INT-2'], uncharged: ['penalty'] });
    expect(owed(told)).toBe(0);
    expect(owed(loan('cash-loan', twice))).toBe(73_973);
  });

  it('is held against the multiple exactly: a rate of half a basis point is lawful at one and a half times, and not a millionth above', () => {
    const told = (contractRatePpm: number, rate: LateChargeRate): Terms => {
      const plain = charge({ contractRatePpm });
      return loan('cash-loan', { ...plain, ...(plain.penalty && { penalty: { ...plain.penalty, rate } }) });
    };

    for (const ppm of [182_500, 72_050, 42_350, 155_501])
      expect(told(ppm, { contractPermille: 1_500 }).byLaw, `${ppm}`).toBeUndefined();
    expect(told(182_500, { yearlyPpm: 273_750 }).byLaw).toBeUndefined();
    expect(told(182_500, { yearlyPpm: 273_751 }).byLaw?.against).toEqual(['CN-INT-2']);
    expect(told(155_501, { contractPermille: 0 }).byLaw).toBeUndefined();
  });

  it('leaves out what a cap of law cannot be held against for want of costs, and says so', () => {
    const uncosted = (told?: Terms['costs']): Terms =>
      withLaw({
        ...testTerms,
        product: 'assisted-loan',
        lateCharge: charge({ damages: { clause: '9', per: 'loan', graceDays: 0, charge: { amount: 5_000 } } }),
        startOn: '2025-12-01',
        ...(told && { costs: told }),
      });

    for (const told of [undefined, { principal: [{ from: '2025-12-02', amount: 1_000_000 }], charged: [] }]) {
      expect(uncosted(told).byLaw).toEqual({ rules: [], unknown: ['CN-INT-3'], uncharged: ['penalty'] });
      expect(owed(uncosted(told))).toBe(5_000);
    }
    expect(uncosted(costs).byLaw).toMatchObject({ rules: ['CN-INT-3'] });
  });

  it('never leaves out the interest for delaying a judgment, which is the law’s own (法释〔2014〕8号 art. 1)', () => {
    const judgment = { rule: 'CN-INT-5', performBy: '2026-02-01', dailyPpm: 175 };
    const { penalty: _none, ...sued } = charge({ lender: 'private', contractRatePpm: 400_000, judgment });

    expect(loan('private-loan', sued).byLaw).toBeUndefined();
    expect(owed(loan('private-loan', sued))).toBeGreaterThan(0);
    expect(owed(loan('private-loan', charge({ lender: 'private', contractRatePpm: 400_000, judgment })))).toBe(
      owed(loan('private-loan', sued)),
    );
  });
});
