import { fileURLToPath } from 'node:url';
import type { IntakeRead } from '@recourse/activities/intake/intake-store';
import { judgeIntake, unknownLoan } from '@recourse/activities/intake/judge-intake';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { Terms } from '@recourse/domain/case/terms';
import { contractOrder } from '@recourse/domain/money/components';
import { emptyPosition } from '@recourse/domain/money/fold-position';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { readLaw } from '@recourse/infra/policies/read-law';
import { expect, test } from 'vitest';
import { loanRecord, missed, terms } from '../builders/loan-records.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
const reader = loanEventReader(() => true);
const place = { topic: 't', partition: 0, offset: '1' };
const six = contractOrder.filter((component) => component !== 'damages');

/** What comes of a missed instalment that tells these terms of the loan, taken already with `kept` or not known. */
const told = (change: object, kept?: object): LoanRecord | string => {
  const answer = reader(
    loanRecord({ name: 'instalment-missed', data: { ...missed(), terms: { ...terms, ...change } } }),
  );
  if ('parked' in answer) return `unread ${answer.parked.field}`;
  const known: LoanRecord = {
    ...unknownLoan(answer.event),
    terms: { ...(terms as Terms), ...kept },
    position: emptyPosition('CNY'),
  };
  const read: IntakeRead = {
    now: '2026-01-11T02:00:00.000Z',
    wall: new Date(),
    tenantKnown: true,
    loansOfPerson: [],
    ...(kept && { loan: known }),
  };
  const verdict = judgeIntake(answer.event, place, read, law);
  if (verdict.verdict === 'accept') return verdict.write.loan;
  if (verdict.verdict !== 'park') return verdict.verdict;
  const { code, field, reason } = verdict.because;
  return `${code} ${field}: ${reason}`;
};

const missing = 'must name every component once: damages is missing';

test('an order that leaves a component out is set aside with a version of the terms that is not known', () => {
  expect(told({ allocation: six })).toBe(`malformed terms.allocation: ${missing}`);
  expect(told({ version: 2, allocation: six }, { version: 1 })).toBe(`malformed terms.allocation: ${missing}`);
});

test('what is wrong in a row is named by its place', () => {
  const lane = { when: ['past-due', 'due'], components: six, by: 'instalment', first: 'oldest' };
  const rows = { rows: [{ fromDpd: 0, order: [lane] }], takenBack: 'principal' };
  expect(told({ allocation: rows })).toMatch(/^malformed terms\.allocation\.rows\.0\.order: must name every component/);
});

test.each(['cash-loan', 'card-instalment'])(
  'a version of a %s that was taken with such an order goes on being taken, and its instalments are owed',
  (product) => {
    const loan = told({ product, allocation: six }, { product, allocation: six });

    expect(loan).toMatchObject({ terms: { allocation: six }, position: { instalments: [{ state: 'missed' }] } });
  },
);

test('a whole order of a new version is taken', () => {
  expect(told({ version: 2, allocation: contractOrder }, { allocation: six })).toMatchObject({
    terms: { version: 2, allocation: contractOrder },
  });
});
