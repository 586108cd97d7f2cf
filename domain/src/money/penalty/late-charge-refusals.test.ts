import { describe, expect, it } from 'vitest';
import type { Position } from '../position.js';
import type { LateChargeInput } from './late-charge-input.js';
import type { LateChargeRefusalReason } from './late-charge-refusal.js';
import { lateChargeStatement } from './late-charge-statement.js';
import type { LateChargeTerms, PenaltyTerms } from './late-charge-terms.js';

const penalty: PenaltyTerms = {
  clause: '8',
  base: 'principal-and-interest',
  rate: { yearlyPpm: 180_000 },
  tiers: [],
  grace: { days: 0, chargedFrom: 'due-date' },
};
const terms: LateChargeTerms = {
  lender: 'licensed',
  dayCount: 'act/365f',
  rounding: { mode: 'half-even', point: 'end' },
  penalty,
  caps: [],
};
const position: Position = {
  currency: 'CNY',
  instalments: [{ number: 1, dueOn: '2026-02-01', due: { principal: 10_000 }, state: 'missed' }],
  payments: [{ paymentId: 'p', amount: 500, valueDate: '2026-02-03', receivedAt: '2026-02-03T00:00:00.000Z' }],
  outstanding: 0,
};
const input: LateChargeInput = { terms, startOn: '2026-01-01', position };

const refused = (more: Partial<LateChargeInput>, asOf = '2026-06-01') => {
  const said = lateChargeStatement({ ...input, ...more }, asOf);
  return 'refused' in said ? said.refused.map(({ reason, field }) => [reason, field]) : [];
};
const withTerms = (more: Partial<LateChargeTerms>) => ({ terms: { ...terms, ...more } });
const withPenalty = (more: Partial<PenaltyTerms>) => withTerms({ penalty: { ...penalty, ...more } });
const [owed, paid] = [position.instalments[0]!, position.payments[0]!];
const billed = (principal: number) => ({ position: { ...position, instalments: [{ ...owed, due: { principal } }] } });
const received = (more: Partial<typeof paid>) => ({ position: { ...position, payments: [{ ...paid, ...more }] } });
const yearly = { rule: 'CN-INT-3', covers: ['penalty'], max: 'yearly', yearlyPpm: 240_000 } as const;

describe('a statement is refused', () => {
  it.each<[string, Partial<LateChargeInput>, LateChargeRefusalReason, string]>([
    [
      'of a rate that is no whole millionths',
      withPenalty({ rate: { yearlyPpm: 0.18 } }),
      'rate-invalid',
      'terms.penalty.rate.yearlyPpm',
    ],
    ['of a negative rate', withPenalty({ rate: { yearlyPpm: -1 } }), 'rate-invalid', 'terms.penalty.rate.yearlyPpm'],
    [
      'of a multiple of a contract rate nobody told',
      withPenalty({ rate: { contractPermille: 1_500 } }),
      'contract-rate-missing',
      'terms.contractRatePpm',
    ],
    ['without a clause', withPenalty({ clause: ' ' }), 'clause-missing', 'terms.penalty.clause'],
    [
      'of half a day of grace',
      withPenalty({ grace: { days: 0.5, chargedFrom: 'due-date' } }),
      'days-invalid',
      'terms.penalty.grace.days',
    ],
    [
      'of tiers that go back',
      withPenalty({
        tiers: [
          { fromDayLate: 60, rate: { yearlyPpm: 1 }, clause: 'a' },
          { fromDayLate: 31, rate: { yearlyPpm: 1 }, clause: 'b' },
        ],
      }),
      'tiers-out-of-order',
      'terms.penalty.tiers[1].fromDayLate',
    ],
    [
      'that compounds what is rounded only at the end',
      withPenalty({ compound: { everyMonths: 1, clause: '9' } }),
      'compound-rounded-at-end',
      'terms.rounding.point',
    ],
    [
      'with the LPR multiple for a licensed lender',
      withTerms({ caps: [{ rule: 'CN-INT-4', covers: ['penalty'], max: 'lpr', lprPpm: 31_000, permille: 4_000 }] }),
      'lpr-cap-of-licensed-lender',
      'terms.caps[0].max',
    ],
    [
      'with a cap on nothing that is charged',
      withTerms({ caps: [{ ...yearly, covers: ['fees'] }] }),
      'cap-covers-nothing',
      'terms.caps[0].covers',
    ],
    ['with a cap by yearly cost and no costs told', withTerms({ caps: [yearly] }), 'costs-missing', 'costs.principal'],
    [
      'with costs that go back',
      {
        costs: {
          principal: [
            { from: '2026-02-01', amount: 5 },
            { from: '2026-01-01', amount: 5 },
          ],
          charged: [],
        },
      },
      'costs-out-of-order',
      'costs.principal[1].from',
    ],
    ['of a debt beyond safe integers', billed(2 ** 53), 'amount-invalid', 'instalments[0].due.principal'],
    ['of a negative debt', billed(-1), 'amount-invalid', 'instalments[0].due.principal'],
    ['of part of a fen', received({ amount: 0.5 }), 'amount-invalid', 'payments[0].amount'],
    [
      'of money before the contract began',
      received({ valueDate: '2025-12-31' }),
      'before-contract-start',
      'payments[0].valueDate',
    ],
    ['of money on a day there is not', received({ valueDate: '2026-02-30' }), 'day-invalid', 'payments[0].valueDate'],
    [
      'of a stop that ends before it begins',
      { stops: [{ from: '2026-02-02', to: '2026-02-01', because: 'dispute' }] },
      'period-ends-before-it-begins',
      'stops[0].to',
    ],
    [
      'in something that is no currency',
      { position: { ...position, currency: 'yuan' } },
      'currency-invalid',
      'currency',
    ],
  ])('%s', (_, more, reason, field) => {
    expect(refused(more)).toContainEqual([reason, field]);
  });

  it('as of a day before the contract began, or a hundred years after', () => {
    expect(refused({}, '2025-12-31')).toEqual([['before-contract-start', 'asOf']]);
    expect(refused({}, '2126-06-01')).toEqual([['day-invalid', 'asOf']]);
  });

  it('when it comes to more than a safe integer', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const both = { ...owed, due: { principal: most, interest: most } };
    expect(refused({ position: { ...position, instalments: [both] } })).toEqual([['amount-too-large', 'total']]);
  });

  it('with every fault at once, and not when there is none', () => {
    expect(refused({ ...withPenalty({ clause: '' }), ...received({ amount: 0 }) })).toEqual([
      ['clause-missing', 'terms.penalty.clause'],
      ['amount-invalid', 'payments[0].amount'],
    ]);
    expect(refused({})).toEqual([]);
  });
});
