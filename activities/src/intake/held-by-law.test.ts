import { expect, test } from 'vitest';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import type { TakenOn } from '@recourse/domain/case/taken-on';
import { law } from '../../../test/builders/ask-gate.js';
import { loanRecord } from '../../../test/builders/loan-records.js';
import { takenOn } from '../../../test/builders/taken-on.js';
import type { IntakeRead } from './intake-store.js';
import { judgeIntake } from './judge-intake.js';

const now = '2026-02-11T01:00:00.000Z';
const holds: TakenOn['holds'] = [
  { holdId: 'h', reason: 'insolvency', stops: ['contact'], personId: 'P1', from: '2026-01-01T00:00:00.000Z' },
];

const written = (name: string, data: object, held: IntakeRead['held'], known: Partial<IntakeRead> = {}) => {
  const answer = loanEventReader(() => true)(loanRecord({ name, id: 'e', data } as never));
  if ('parked' in answer) throw new Error(answer.parked.reason);
  const read = { now, wall: new Date(), tenantKnown: true, loansOfPerson: [], ...known, ...(held && { held }) };
  const verdict = judgeIntake(answer.event, { topic: 't', partition: 0, offset: '1' }, read, law);
  if (verdict.verdict !== 'accept') throw new Error(JSON.stringify(verdict));
  return verdict.write;
};

test('a hold taken on stops what the law of the place stops, on the person and in the case alike', () => {
  const { histories, items } = written('loan-taken-on', takenOn({ holds }), undefined);
  const all = ['contact', 'escalation', 'timers', 'interest', 'legal', 'furnishing'];
  expect(histories?.[0]?.holds[0]?.stops).toEqual(all);
  expect(items[0]?.item).toMatchObject({ kind: 'loan-event', event: { holds: [{ holdId: 'h', stops: all }] } });
});

test('the law where the person is counts, and that of an agency that has the loan', () => {
  const { loan } = written('loan-taken-on', takenOn(), undefined);
  const data = { personId: 'P1', reason: 'dispute' };
  const stops = (held: IntakeRead['held']) =>
    written('person-protected', data, held, { loan }).loanHolds?.[0]?.hold.stops;
  expect(stops(undefined)).not.toContain('legal');
  expect(stops({ places: ['US'], agency: false })).not.toContain('legal');
  expect(stops({ places: ['US'], agency: true })).toEqual(expect.arrayContaining(['legal', 'furnishing']));
  expect(stops({ places: [], agency: true })).not.toContain('legal');
});
