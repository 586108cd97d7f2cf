import { expect, test } from 'vitest';
import { emptyPosition } from '../money/fold-position.js';
import { compareWithServicing } from './compare-with-servicing.js';
import type { LoanInServicing } from './loan-in-servicing.js';
import type { Terms } from './terms.js';

const terms: Terms = {
  version: 1,
  product: 'cash-loan',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  graceDays: 3,
  tolerance: 0,
  debtors: [
    { personId: 'p1', role: 'borrower' },
    { personId: 'p2', role: 'guarantor' },
  ],
};
const position = {
  ...emptyPosition('CNY'),
  instalments: [{ number: 3, dueOn: '2026-01-01', due: { principal: 900, interest: 100 }, state: 'missed' as const }],
  payments: [{ paymentId: 'a', amount: 50, valueDate: '2026-01-02', receivedAt: '2026-01-02T00:00:00.000Z' }],
  version: 7,
};
const agreed: LoanInServicing = {
  loanId: 'L1',
  currency: 'CNY',
  debtors: [
    { personId: 'p2', role: 'guarantor' },
    { personId: 'p1', role: 'borrower' },
  ],
  unpaid: [{ number: 3, dueOn: '2026-01-01', components: { principal: 850, interest: 100 } }],
  overdue: true,
};
const compare = (theirs: LoanInServicing | undefined) =>
  compareWithServicing(theirs, { loanId: 'L1', terms, position });

test('servicing agrees when persons, currency and what is left of each instalment are the same', () => {
  expect(compare(agreed)).toEqual({ result: 'verified', positionVersion: 7 });
});

test('money allocated to other components of the same instalment is no difference', () => {
  const other = [{ number: 3, dueOn: '2026-01-01', components: { principal: 900, interest: 50 } }];
  expect(compare({ ...agreed, unpaid: other })).toMatchObject({ result: 'verified' });
});

test.each<[string, LoanInServicing | undefined, object]>([
  ['loan', undefined, { ours: 'L1', theirs: 'unknown-loan' }],
  ['loan', { ...agreed, loanId: 'L2' }, { theirs: 'L2' }],
  ['currency', { ...agreed, currency: 'USD' }, { ours: 'CNY', theirs: 'USD' }],
  ['debtors', { ...agreed, debtors: agreed.debtors.slice(1) }, { theirs: 'p1 borrower' }],
  [
    'sums',
    { ...agreed, unpaid: [{ ...agreed.unpaid[0]!, components: { principal: 949 } }] },
    { ours: '950', theirs: '949' },
  ],
  ['instalments', { ...agreed, unpaid: [{ ...agreed.unpaid[0]!, number: 4 }] }, { theirs: '4 due 2026-01-01: 950' }],
])('a difference in %s is named with both sides', (field, theirs, sides) => {
  expect(compare(theirs)).toMatchObject({ result: 'mismatched', field, ...sides });
});

test('what we hold overdue and servicing does not is a payment on its way', () => {
  expect(compare({ ...agreed, unpaid: [], overdue: false })).toEqual({ result: 'not-overdue' });
});
