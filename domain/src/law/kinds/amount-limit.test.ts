import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { amountLimit, type AmountAsk } from './amount-limit.js';

const rule = (fields: Record<string, unknown>) => lawRule('amount-limit', fields);
const rate = (rateBp: number, how: Partial<Extract<AmountAsk, { of: 'rate' }>> = {}): AmountAsk => ({
  of: 'rate',
  components: ['penalty'],
  rateBp,
  ...how,
});

describe('a limit on rates', () => {
  const penalty = rule({ appliesTo: ['penalty'], contractRateMultiple: { minPermille: 1_300, maxPermille: 1_500 } });

  it('is 1.3 to 1.5 times the contract rate for overdue money (银发〔2003〕251号 item 3)', () => {
    const contractRateBp = 1_200;
    expect(amountLimit(penalty, rate(1_800, { contractRateBp }))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(penalty, rate(1_801, { contractRateBp }))).toMatchObject({
      verdict: 'refuse',
      unmet: [{ because: 'above-limit', limit: 1_800 }],
    });
    expect(amountLimit(penalty, rate(1_559, { contractRateBp }))).toMatchObject({
      unmet: [{ because: 'below-limit', limit: 1_560 }],
    });
    expect(amountLimit(penalty, rate(1_800))).toMatchObject({ unmet: [{ because: 'contract-rate-unknown' }] });
  });

  it('is not rounded up: 1.5 times 3.33 % is 4.99 %', () => {
    expect(amountLimit(penalty, rate(499, { contractRateBp: 333 }))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(penalty, rate(500, { contractRateBp: 333 }))).toMatchObject({ unmet: [{ limit: 499 }] });
  });

  it('of a time of the person binds only while somebody told of it: 6 % in military service (50 USC 3937)', () => {
    const service = rule({ appliesTo: ['penalty'], maxYearlyRateBp: 600, onlyWhile: 'military-service' });
    expect(amountLimit(service, rate(601))).toBeUndefined();
    expect(amountLimit(service, rate(601), ['military-service'])).toMatchObject({ unmet: [{ limit: 600 }] });
  });

  it('is 24 % all in (金规〔2025〕9号), and four times the LPR for private lending (民间借贷司法解释 art. 25)', () => {
    const allIn = rule({ appliesTo: ['interest', 'penalty', 'fees'], maxYearlyRateBp: 2_400 });
    expect(amountLimit(allIn, rate(2_400))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(allIn, rate(2_401))).toMatchObject({ unmet: [{ because: 'above-limit', limit: 2_400 }] });
    const lpr = rule({ lprMultiplePermille: 4_000 });
    expect(amountLimit(lpr, rate(1_240, { lprBp: 310 }))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(lpr, rate(1_241, { lprBp: 310 }))).toMatchObject({ unmet: [{ limit: 1_240 }] });
    expect(amountLimit(lpr, rate(1_240))).toMatchObject({ unmet: [{ because: 'lpr-unknown' }] });
  });

  it('says nothing of components it is not for', () => {
    expect(amountLimit(penalty, rate(9_999, { components: ['interest'] }))).toBeUndefined();
    expect(amountLimit(penalty, { of: 'plan', months: 999 })).toBeUndefined();
  });

  it('is only what was agreed (民法典 art. 676)', () => {
    const agreed = rule({ appliesTo: ['penalty'], onlyAsAgreed: true });
    expect(amountLimit(agreed, rate(1, { agreed: true }))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(agreed, rate(1))).toMatchObject({ unmet: [{ because: 'not-agreed' }] });
  });

  it.each([-1, 1.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN])('refuses %d, which is no rate', (bad) => {
    expect(amountLimit(rule({ maxYearlyRateBp: 2_400 }), rate(bad))).toMatchObject({
      unmet: [{ because: 'no-number' }],
    });
  });
});

describe('a limit on charges', () => {
  const charge = (charged: number, how: Partial<Extract<AmountAsk, { of: 'charge' }>> = {}): AmountAsk => ({
    of: 'charge',
    components: ['penalty'],
    charged,
    on: 1_000_000,
    days: 30,
    yearDays: 360,
    ...how,
  });

  it('is what the rate yields on the sum, cut off', () => {
    const cap = rule({ maxYearlyRateBp: 2_400 });
    expect(amountLimit(cap, charge(20_000))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(cap, charge(20_001))).toMatchObject({ unmet: [{ because: 'above-limit', limit: 20_000 }] });
    expect(amountLimit(cap, charge(19_727, { yearDays: 365 }))).toMatchObject({ unmet: [{ limit: 19_726 }] });
  });

  it('is 0.0175 % a day after judgment (法释〔2014〕8号 art. 1)', () => {
    const late = rule({ dailyRatePpm: 175 });
    expect(amountLimit(late, charge(5_250))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(late, charge(5_251))).toMatchObject({ unmet: [{ limit: 5_250 }] });
  });

  it('is exact where numbers are not: allowed up to the bound and no further', () => {
    const sums = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    const rates = fc.integer({ min: 1, max: 3_600 });
    fc.assert(
      fc.property(sums, rates, fc.integer({ min: 1, max: 366 }), (on, bp, days) => {
        const bound = Number((BigInt(on) * BigInt(bp) * BigInt(days)) / (10_000n * 365n));
        const cap = rule({ maxYearlyRateBp: bp });
        const verdict = (charged: number) => amountLimit(cap, charge(charged, { on, days, yearDays: 365 }))?.verdict;
        expect([verdict(bound), verdict(bound + 1)]).toEqual(['allow', 'refuse']);
      }),
    );
  });
});

describe('an order of allocation', () => {
  const order = (asked: string[], how = {}): AmountAsk =>
    ({ of: 'allocation', order: asked, disputed: false, ...how }) as AmountAsk;
  const lawful = ['costs', 'interest', 'principal'];

  it('is costs, interest, principal when the contract is silent (民法典 art. 561)', () => {
    const silent = rule({ allocationOrder: lawful, override: ['consent'] });
    expect(amountLimit(silent, order(lawful))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(silent, order(['costs', 'penalty', 'principal']))).toMatchObject({ verdict: 'allow' });
    const other = order(['principal', 'interest']);
    expect(amountLimit(silent, other)).toMatchObject({ unmet: [{ because: 'order-differs', limit: lawful }] });
    expect(amountLimit(silent, { ...other, agreed: true } as AmountAsk)).toMatchObject({ verdict: 'allow' });
    const strict = rule({ allocationOrder: lawful });
    expect(amountLimit(strict, { ...other, agreed: true } as AmountAsk)).toMatchObject({ verdict: 'refuse' });
  });

  it('is free between those the rule names together', () => {
    const half = rule({ allocationOrder: [['costs', 'interest'], 'principal'] });
    for (const kept of [
      ['costs', 'interest', 'principal'],
      ['interest', 'costs', 'principal'],
    ])
      expect(amountLimit(half, order(kept))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(half, order(['interest', 'principal', 'costs']))).toMatchObject({
      unmet: [{ because: 'order-differs', limit: ['costs', 'interest', 'principal'] }],
    });
  });

  it('holds for so many days past due as it names, both ends included, and is asked where nobody knows them', () => {
    const late = rule({ allocationOrder: ['principal', 'interest'], dpd: { from: 91, to: 120 } });
    const asked = (dpd?: number) => amountLimit(late, order(lawful, { dpd }))?.verdict;
    expect([90, 91, 120, 121, undefined].map(asked)).toEqual([undefined, 'refuse', 'refuse', undefined, 'refuse']);
    const open = rule({ allocationOrder: ['principal', 'interest'], dpd: { from: 91 } });
    expect(amountLimit(open, order(lawful, { dpd: 9_999 }))).toMatchObject({ verdict: 'refuse' });
  });

  it('gives nothing to a disputed debt (12 CFR 1006.30(c)(1)), nor to one of which nobody knows', () => {
    const undisputed = rule({ excludedDebts: ['disputed'] });
    expect(amountLimit(undisputed, order(lawful))).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(undisputed, order(lawful, { disputed: true }))).toMatchObject({
      unmet: [{ because: 'debt-excluded' }],
    });
    expect(amountLimit(undisputed, order(lawful, { disputed: undefined }))).toMatchObject({ verdict: 'refuse' });
  });
});

describe('a repayment plan', () => {
  it('is at most five years (商业银行信用卡业务监督管理办法 art. 70)', () => {
    const plan = rule({ planMaxMonths: 60 });
    expect(amountLimit(plan, { of: 'plan', months: 60 })).toMatchObject({ verdict: 'allow' });
    expect(amountLimit(plan, { of: 'plan', months: 61 })).toMatchObject({
      unmet: [{ because: 'above-limit', limit: 60 }],
    });
    expect(amountLimit(plan, { of: 'plan', months: 12.5 })).toMatchObject({ unmet: [{ because: 'no-number' }] });
  });
});
