import { expect, test } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { carriedBecause } from './carried-because.js';
import { isAsked } from './is-asked.js';
import type { Rule } from './rule.js';

const lender = ['first-party', 'agency', 'buyer'];
const retention = { record: 'notice', minDays: 1, from: 'event', atEnd: 'delete' };
const notice = { notice: 'default', minDays: 14, clockStart: 'received' };
const clock = { length: { count: 6, unit: 'months' }, startsOn: 'debt-due', afterExpiry: ['bars-claim'] };

test.each<[reason: string, by: string | undefined, Rule]>([
  ['nothing-deleted', undefined, lawRule('retention', retention)],
  ['agencys-own', undefined, lawRule('notice-before-action', { ...notice, action: 'sue', actor: ['agency', 'buyer'] })],
  ['bought-debts', undefined, lawRule('handover-gate', { personTold: ['name'], actor: ['buyer'] })],
  ['act-not-ours', undefined, lawRule('notice-before-action', { ...notice, action: 'repossess', actor: lender })],
  ['court-not-told', undefined, lawRule('legal-clock', { ...clock, clock: 'payment-order-objection' })],
  ['figures-told', undefined, lawRule('amount-limit', { maxYearlyRateBp: 2400 })],
  [
    'held-until-notified',
    'domain/src/case/hold-for-assignment.ts',
    lawRule('notice-before-action', { ...notice, notice: 'assignment', action: 'collect', actor: ['buyer'] }),
  ],
  [
    'paid-is-not-overdue',
    'domain/src/contact/base/base-rules.ts',
    lawRule('hold-on-event', { event: 'paid', stops: ['contact'], scope: 'loan', endsWith: 'x', allowedWhileHeld: [] }),
  ],
  [
    'revoked-at-once',
    'domain/src/law/is-revoked.ts',
    lawRule('response-deadline', { request: 'consent-revocation', days: 10, onMiss: 'alert' }),
  ],
])('a rule that nothing asks says why, and what keeps it all the same: %s', (reason, by, rule) =>
  expect(carriedBecause(rule)).toEqual({ reason, ...(by && { by }) }),
);

test('a notice before all of a loan falls due is asked for when servicing says that it does', () => {
  const before = (action: string) => isAsked(lawRule('notice-before-action', { ...notice, action }));
  expect([before('accelerate'), before('repossess'), before('end-agreement')]).toEqual([true, false, false]);
});
