import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { lateOwed } from '@recourse/domain/money/late-owed';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import { expect, test } from 'vitest';
import { lateTerms } from '../../services/sandbox/src/late-terms.js';
import { products } from '../../services/sandbox/src/products.js';
import { repaymentSchedule } from '../../services/sandbox/src/repayment-schedule.js';
import { loanRecord, missed, terms as plain } from '../builders/loan-records.js';

const read = loanEventReader((zone) => zone === 'Asia/Shanghai');

/** A loan of 12 000.00 whose third instalment was missed, as the sandbox's servicing system tells it. */
const told = (key: 'c' | 'h' | 'k') => {
  const { yearlyRateBp, months } = products[key];
  const plan = repaymentSchedule({ principal: 1_200_000, yearlyRateBp, months }, '2025-12-10', 1);
  const terms = { ...plain, ...lateTerms(products[key], plan) };
  const third = plan[2];
  if (!third) throw new Error('a plan of twelve');
  const { number, dueOn, principal, interest } = third;
  const instalment = { number, dueOn, due: { principal, interest } };
  const answer = read(
    loanRecord({ name: 'instalment-missed', data: missed(3, { terms, instalment, asOf: '2026-02-11' }) }),
  );
  if ('parked' in answer) throw new Error(JSON.stringify(answer.parked));
  const { fact } = answer.event;
  if (fact.type !== 'instalment-missed') throw new Error(fact.type);
  const position = { ...emptyPosition('CNY'), instalments: [{ ...instalment, state: 'missed' as const }] };
  return { principal, late: (asOf: string) => lateOwed({ terms: fact.terms, position }, [], asOf)?.late };
};

test('a cash loan charges one and a half times its rate on overdue principal, and no cap cuts it', () => {
  const { principal, late } = told('c');
  expect(late('2026-04-11')).toBe(Math.round((principal * 0.234 * 60) / 365));
});

test('one of 23.4 % is clipped by the 24 % that all its costs may come to', () => {
  const { principal, late } = told('h');
  const uncapped = Math.round((principal * 0.351 * 60) / 365);
  expect(late('2026-04-11')).toBeLessThan(uncapped);
  expect(late('2026-04-11')).toBeGreaterThan(0);
});

test('other products charge for lateness what they bill, and nothing else', () => {
  expect(told('k').late('2026-04-11')).toBeUndefined();
});
