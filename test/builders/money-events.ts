import type { InRecord } from '@recourse/activities/event-bus';
import { loanRecord, missed, terms } from './loan-records.js';

/** The contract of a cash loan: 15.6 % a year, 1.5 times that on overdue principal from the due date, at most 24 % in all. */
export const lateTerms = {
  ...terms,
  startOn: '2025-12-10',
  lateCharge: {
    lender: 'licensed' as const,
    contractRatePpm: 156_000,
    dayCount: 'act/365f' as const,
    rounding: { mode: 'half-up' as const, point: 'end' as const },
    penalty: { clause: '8.1', base: 'principal' as const, rate: { contractPermille: 1_500 } },
    caps: [
      {
        rule: '9.2',
        covers: ['interest', 'penalty', 'compound', 'fees', 'damages'],
        max: 'yearly',
        yearlyPpm: 240_000,
      },
    ],
  },
  costs: {
    principal: [{ from: '2025-12-10', amount: 1_080_000 }],
    charged: [{ on: '2026-01-10', of: 'interest', amount: 10_000 }],
  },
};

const data = {
  'charge-added': { chargeId: 'c-1', component: 'fees', amount: 3_000, currency: 'CNY', dueOn: '2026-01-11' },
  'amount-waived': {
    waiverId: 'w-1',
    of: { instalment: 1, component: 'interest' },
    amount: 4_000,
    currency: 'CNY',
    waivedOn: '2026-01-12',
  },
  'waiver-withdrawn': { waiverId: 'w-1', currency: 'CNY', withdrawnOn: '2026-01-20' },
  'money-out': {
    outId: 'o-1',
    kind: 'chargeback',
    amount: 500,
    currency: 'CNY',
    on: '2026-01-22',
    paymentId: 'pay-1',
  },
  'payment-pending': { paymentId: 'pay-1', amount: 100_000, currency: 'CNY', expectedBy: '2026-01-14' },
  'payment-failed': { paymentId: 'pay-2', failedOn: '2026-01-13', reason: 'insufficient-funds', attempt: 1 },
};
export type MoneyEventName = keyof typeof data;
export const moneyEventNames = Object.keys(data) as MoneyEventName[];
export const moneyData = (name: MoneyEventName, change: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...data[name],
  ...change,
});

/** A record of one of the events that tell of money beside instalments and payments. */
export const moneyRecord = (name: MoneyEventName, change: Record<string, unknown> = {}): InRecord =>
  loanRecord({ name, data: moneyData(name, change) });

/** A missed instalment with terms that charge for lateness, some of them other than they should be. */
export const lateRecord = (change: Record<string, unknown>): InRecord =>
  loanRecord({ name: 'instalment-missed', data: missed(1, { terms: { ...lateTerms, ...change } }) });

const { lateCharge } = lateTerms;
const tooMuch = 2 ** 53;

/** What is wrong, the record, and what must be said of it: code, field, reason. */
export const badMoneyEvents: [string, InRecord, string, string, string][] = [
  ['of a charge of nothing', moneyRecord('charge-added', { amount: 0 }), 'malformed', 'amount', 'must be above zero'],
  ['of a negative charge', moneyRecord('charge-added', { amount: -1 }), 'malformed', 'amount', 'must not be negative'],
  ['of half a fen', moneyRecord('money-out', { amount: 0.5 }), 'malformed', 'amount', 'must be a whole number'],
  [
    'of more than can be counted',
    moneyRecord('payment-pending', { amount: tooMuch }),
    'malformed',
    'amount',
    'must be a whole number',
  ],
  [
    'of a currency that is none',
    moneyRecord('amount-waived', { currency: 'CNX' }),
    'unknown-currency',
    'currency',
    'is not an active ISO 4217 currency',
  ],
  [
    'of a component that is not known',
    moneyRecord('charge-added', { component: 'tips' }),
    'malformed',
    'component',
    'must be a component',
  ],
  [
    'of a waiver of nothing that can be named',
    moneyRecord('amount-waived', { of: { instalment: 1 } }),
    'malformed',
    'of',
    'must be a charge by chargeId',
  ],
  [
    'of money waited for beyond a month',
    moneyRecord('payment-pending', { expectedBy: '2026-02-12' }),
    'malformed',
    'expectedBy',
    'must not be more than 31 days after the event',
  ],
  [
    'of terms that charge for lateness from no day',
    loanRecord({ name: 'instalment-missed', data: missed(1, { terms: { ...terms, lateCharge } }) }),
    'cannot-be-reckoned',
    'terms.startOn',
    'must be told',
  ],
  [
    'of a rate that is none',
    lateRecord({ lateCharge: { ...lateCharge, contractRatePpm: 0.156 } }),
    'cannot-be-reckoned',
    'terms.lateCharge.contractRatePpm',
    'must be whole millionths',
  ],
  [
    'of a cap by yearly cost without the costs',
    lateRecord({ costs: { principal: [], charged: [] } }),
    'cannot-be-reckoned',
    'terms.costs.principal',
    'must be told',
  ],
  [
    'of an LPR cap of a licensed lender',
    lateRecord({
      lateCharge: {
        ...lateCharge,
        caps: [{ rule: 'x', covers: ['penalty'], max: 'lpr', lprPpm: 30_000, permille: 4_000 }],
      },
    }),
    'cannot-be-reckoned',
    'terms.lateCharge.caps[0].max',
    'binds private lending only',
  ],
  [
    'of an order of components that does not exist',
    lateRecord({ allocation: ['principal', 'hopes'] }),
    'malformed',
    'terms.allocation',
    'must be an order of components',
  ],
];
