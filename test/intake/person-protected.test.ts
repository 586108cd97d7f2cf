import { judgeIntake } from '@recourse/activities/intake/judge-intake';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { expect, test } from 'vitest';
import { loanRecord, type LoanRecordSpec, missed } from '../builders/loan-records.js';
import { noLaw } from '../builders/no-law.js';

const read = loanEventReader(() => true);
const place = { topic: 't', partition: 0, offset: '1' };

function written(spec: LoanRecordSpec, known: { loan?: LoanRecord; loansOfPerson?: LoanRecord[] } = {}) {
  const answer = read(loanRecord(spec));
  if ('parked' in answer) throw new Error(answer.parked.reason);
  const seen = { now: '2026-01-11T02:00:00.000Z', wall: new Date(), tenantKnown: true, loansOfPerson: [], ...known };
  const verdict = judgeIntake(answer.event, place, seen, noLaw);
  if (verdict.verdict !== 'accept') throw new Error(verdict.verdict);
  return verdict;
}

test('what protects a person is a hold of theirs, told to every open case of theirs', () => {
  const { loan } = written({ name: 'instalment-missed', data: missed() }).write;
  const other = { ...loan, loanId: 'L2', openCase: 't/L2/1' };
  const data = { personId: 'P1', reason: 'breathing-space' };
  const { write, ring } = written({ name: 'person-protected', data, id: 'b' }, { loan, loansOfPerson: [other] });

  const hold = { id: '/servicing/test/b', reason: 'breathing-space', scope: { person: 'P1' } };
  expect(write.personHold).toMatchObject({ personId: 'P1', hold });
  expect(ring).toEqual([loan.openCase, 't/L2/1']);
  expect(write.items.map(({ item }) => item)).toMatchObject([
    { kind: 'hold-reported', hold },
    { kind: 'hold-reported', hold },
  ]);
});

test('a dispute in writing that names no loan is one of each loan that is collected: each is held, and told, by itself', () => {
  const { loan } = written({ name: 'instalment-missed', data: missed() }).write;
  const other = { ...loan, loanId: 'L2', openCase: 't/L2/1' };
  const { openCase: _none, ...resting } = { ...loan, loanId: 'L3' };
  const data = { personId: 'P1', reason: 'dispute' };
  const known = { loan, loansOfPerson: [other, resting] };
  const { write, ring } = written({ name: 'person-protected', data, id: 'd' }, known);

  expect(write.personHold).toBeUndefined();
  expect(write.loanHolds).toMatchObject([
    { loanId: loan.loanId, hold: { id: '/servicing/test/d', reason: 'dispute', scope: { loan: loan.loanId } } },
    { loanId: 'L2', hold: { id: '/servicing/test/d', reason: 'dispute', scope: { loan: 'L2' } } },
  ]);
  expect(ring).toEqual([loan.openCase, 't/L2/1']);
  expect(write.items.map(({ item }) => item.kind)).toEqual(['loan-event', 'loan-event']);
});

test('a dispute in writing holds the person where no loan of theirs is collected', () => {
  const { loan } = written({ name: 'instalment-missed', data: missed() }).write;
  const { openCase: _none, ...resting } = loan;
  const data = { personId: 'P1', reason: 'dispute' };
  const { write } = written({ name: 'person-protected', data, id: 'd' }, { loan: resting });

  expect(write.personHold?.hold).toMatchObject({ reason: 'dispute', scope: { person: 'P1' } });
  expect(write.items).toEqual([]);
});
