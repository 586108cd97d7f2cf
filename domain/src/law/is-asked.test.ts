import { expect, test } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { isAsked } from './is-asked.js';

test('what law says of credit records is asked of the lender, and of nobody else', () => {
  const kept = { record: 'bad-credit-information', maxDays: 1_826, from: 'end-of-conduct', atEnd: 'delete' };
  expect(isAsked(lawRule('retention', kept))).toBe(true);
  expect(isAsked(lawRule('retention', { ...kept, record: 'recording' }))).toBe(false);
  expect(isAsked(lawRule('retention', { ...kept, actor: ['agency'] }))).toBe(false);
  expect(isAsked(lawRule('response-deadline', { request: 'credit-dispute', days: 20, onMiss: 'alert' }))).toBe(true);
});

const notice = { notice: 'validation', minDays: 0, clockStart: 'sent' };

test('a notice is asked for before a handover and before a credit record by the lender, and before nothing else', () => {
  expect(isAsked(lawRule('notice-before-action', { ...notice, action: 'sue' }))).toBe(true);
  expect(isAsked(lawRule('notice-before-action', { ...notice, action: 'furnish' }))).toBe(true);
  expect(isAsked(lawRule('notice-before-action', { ...notice, action: 'collect' }))).toBe(false);
  expect(isAsked(lawRule('notice-before-action', { ...notice, action: 'sue', actor: ['agency'] }))).toBe(false);
});

test('a rule that binds only a buyer of debts is asked by nobody', () => {
  const cap = { unit: 'attempt', limit: 3, days: 1, scope: ['person'], channels: ['call'] };
  expect(isAsked(lawRule('frequency-cap', { ...cap, actor: ['buyer'] }))).toBe(false);
  expect(isAsked(lawRule('frequency-cap', { ...cap, actor: ['buyer', 'agency'] }))).toBe(true);
});

test('a hold for an event that places none is never found', () => {
  const hold = { stops: ['contact'], scope: 'loan', endsWith: 'x', allowedWhileHeld: [] };
  expect(isAsked(lawRule('hold-on-event', { ...hold, event: 'dispute' }))).toBe(true);
  expect(isAsked(lawRule('hold-on-event', { ...hold, event: 'paid' }))).toBe(false);
});

test('a limit of law on plans is asked when an arrangement is proposed; the other limits on money are not yet', () => {
  expect(isAsked(lawRule('amount-limit', { planMaxMonths: 60 }))).toBe(true);
  expect(isAsked(lawRule('amount-limit', { planMaxMonths: 60, actor: ['agency'] }))).toBe(false);
  expect(isAsked(lawRule('amount-limit', { maxYearlyRateBp: 2_400 }))).toBe(false);
});

test('a clock of the claim is watched by every case; a clock of the courts, or of a bureau, by none yet', () => {
  const clock = { length: { count: 3, unit: 'years' }, startsOn: 'breach', afterExpiry: ['bars-suit'] };
  expect(isAsked(lawRule('legal-clock', { ...clock, clock: 'limitation' }))).toBe(true);
  expect(isAsked(lawRule('legal-clock', { ...clock, clock: 'limitation', actor: ['agency'] }))).toBe(false);
  expect(isAsked(lawRule('legal-clock', { ...clock, clock: 'enforcement-application' }))).toBe(false);
});
