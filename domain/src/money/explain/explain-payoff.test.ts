import { describe, expect, it } from 'vitest';
import { lateTerms } from '../../../../test/builders/money-events.js';
import { explainPayoff } from './explain-payoff.js';
import { readExplainInput, type ExplainInput } from './read-explain-input.js';

const lateCharges = {
  ...lateTerms.lateCharge,
  penalty: { ...lateTerms.lateCharge.penalty, tiers: [], grace: { days: 0, chargedFrom: 'due-date' } },
  caps: [],
};
const missed = {
  type: 'instalment-missed',
  instalment: { number: 1, dueOn: '2026-02-20', due: { principal: 100_000 } },
};
const paid = { type: 'payment-received', paymentId: 'p', amount: 40_000, valueDate: '2026-03-01' };

/** 1,000.00 of principal due on 20 February and unpaid, 3,612.00 to come by servicing's total of 2 March. */
const fileOf = (change: Record<string, unknown> = {}, contract: Record<string, unknown> = { lateCharges }) => ({
  v: 1,
  asOf: '2026-03-02',
  contract: { currency: 'CNY', startOn: '2025-12-10', ...contract },
  outstanding: 461_200,
  events: [missed],
  ...change,
});
const read = (file: unknown) => readExplainInput(file, () => true);
const inputOf = (file: unknown): ExplainInput => {
  const found = read(file);
  if ('refused' in found) throw new Error(JSON.stringify(found.refused));
  return found.input;
};

describe('what would pay a loan off', () => {
  it('is what is billed, what is to come by servicing’s total, and what lateness has cost until that day', () => {
    // 100 000 x 23.4 % x 10 / 365 = 641.09
    expect(explainPayoff(inputOf(fileOf()))).toEqual({
      payoff: 461_841,
      billed: 100_000,
      toCome: 361_200,
      late: 641,
      credit: 0,
    });
  });

  it('takes money that lies off once, though servicing’s total had it off already', () => {
    const tooMuch = { ...paid, amount: 140_000 };
    const found = explainPayoff(inputOf(fileOf({ events: [missed, tooMuch], outstanding: 321_200 }, {})));
    expect(found).toEqual({ payoff: 321_200, billed: 0, toCome: 361_200, late: 0, credit: 40_000 });
  });

  it('is without charges that servicing has billed, and what was given up of them', () => {
    const charge = { type: 'charge-added', chargeId: 'c', component: 'penalty', amount: 600, dueOn: '2026-03-01' };
    const billed = inputOf(fileOf({ events: [missed, charge], outstanding: 461_800 }));
    expect(explainPayoff(billed)).toMatchObject({ payoff: 461_841, billed: 100_600, late: 41 });
    expect(explainPayoff({ ...billed, settled: { penalty: 641 } })).toMatchObject({ payoff: 461_800, late: 0 });
  });

  it('is known of no loan of which servicing has told no total', () => {
    const { outstanding: _total, ...untold } = fileOf();
    expect(explainPayoff(inputOf(untold))).toBeUndefined();
  });

  it('is known of no loan whose late charges cannot be reckoned', () => {
    const { contractRatePpm: _rate, ...unclear } = lateCharges;
    expect(explainPayoff(inputOf(fileOf({}, { lateCharges: unclear })))).toBeUndefined();
  });

  it.each([
    [-1, 'amount-invalid'],
    [0.5, 'amount-invalid'],
    [2 ** 53, 'amount-too-large'],
  ])('a total of %s is refused for %s', (outstanding, reason) => {
    expect(read(fileOf({ outstanding }))).toMatchObject({ refused: [{ reason, field: 'outstanding' }] });
  });
});
