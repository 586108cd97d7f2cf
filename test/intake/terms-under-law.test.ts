import { fileURLToPath } from 'node:url';
import type { IntakeRead } from '@recourse/activities/intake/intake-store';
import { judgeIntake } from '@recourse/activities/intake/judge-intake';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { readLaw } from '@recourse/infra/policies/read-law';
import { expect, test } from 'vitest';
import { loanRecord, missed, terms } from '../builders/loan-records.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));
const read = loanEventReader(() => true);
const place = { topic: 't', partition: 0, offset: '1' };

const principalFirst = ['principal', 'interest', 'compound', 'penalty', 'damages', 'costs', 'fees'];

const told = (change: object, known: Partial<IntakeRead> = {}, id = 'e1'): LoanRecord | string => {
  const data = { ...missed(), terms: { ...terms, ...change } };
  const answer = read(loanRecord({ name: 'instalment-missed', id, data }));
  if ('parked' in answer) throw new Error(`${answer.parked.field} ${answer.parked.reason}`);
  const seen: IntakeRead = {
    now: '2026-01-11T02:00:00.000Z',
    wall: new Date(),
    tenantKnown: true,
    loansOfPerson: [],
    ...known,
  };
  const verdict = judgeIntake(answer.event, place, seen, law);
  if (verdict.verdict === 'accept') return verdict.write.loan;
  return verdict.verdict === 'park' ? `${verdict.because.field}: ${verdict.because.reason}` : verdict.verdict;
};

test('what the law makes of terms is kept with the loan and told to its case', () => {
  const loan = told({ product: 'card-instalment', allocation: principalFirst });

  expect(loan).toMatchObject({
    terms: { allocation: principalFirst, byLaw: { against: ['CN-ALLOC-2', 'CN-ALLOC-3'] } },
  });
  expect(told({ product: 'cash-loan' })).not.toHaveProperty('terms.byLaw');
});

test('servicing does not tell what the law makes of its terms', () => {
  expect(told({ product: 'cash-loan', byLaw: { rules: ['MINE'], uncharged: true } })).not.toHaveProperty('terms.byLaw');
});

test('terms told again are the same though the law has changed meanwhile', () => {
  const first = told({ product: 'card-instalment' });
  if (typeof first === 'string') throw new Error(first);
  const { terms: kept, ...rest } = first;
  const before = { ...rest, ...(kept && { terms: { ...kept, byLaw: { rules: ['OLD'] } } }) };

  expect(told({ product: 'card-instalment' }, { loan: before }, 'e2')).toMatchObject({
    terms: { byLaw: { rules: ['OLD'] } },
  });
});
