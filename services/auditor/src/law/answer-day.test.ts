import { expect, test } from 'vitest';
import { law } from '../testing/clean-evidence.js';
import { answerDay, type AnswerRule, type DaysTaken } from './answer-day.js';

const complaint = { kind: 'complaint', raisedOn: '2026-03-02', jurisdiction: 'CN', product: 'cash-loan' };
const day = (raised: Partial<typeof complaint>, taken: DaysTaken[] = [], more: AnswerRule[] = []): string =>
  answerDay({ ...complaint, ...raised }, taken, [...(law.answers ?? []), ...more], law.holidays);
const complex = { ground: 'complex', on: '2026-03-17', approved: false };

test.each([
  ['in China 15 days', {}, '2026-03-17'],
  ['in the United Kingdom eight weeks', { jurisdiction: 'GB' }, '2026-04-27'],
  ['in the United States, where no law gives days, 15', { jurisdiction: 'US' }, '2026-03-17'],
  ['of a dispute, where no law gives days, 15', { kind: 'dispute' }, '2026-03-17'],
  ['where nobody told the place the soonest of all', { jurisdiction: undefined as unknown as string }, '2026-03-17'],
])('the answer to a complaint is due %s after it', (_, raised, due) => expect(day(raised)).toBe(due));

test('each ground moves it once, in time, with leave where leave is asked', () => {
  const very = { ground: 'very-complex', on: '2026-04-01', approved: true };
  expect(day({}, [complex])).toBe('2026-04-01');
  expect(day({}, [complex, complex])).toBe('2026-04-01');
  expect(day({}, [complex, very])).toBe('2026-05-01');
  expect(day({}, [{ ...very, on: '2026-03-10', approved: false }])).toBe('2026-03-17');
  expect(day({}, [{ ...complex, on: '2026-03-18' }])).toBe('2026-03-17');
});

test('business days are those of the country, and where no calendar reaches every day is counted', () => {
  const [rule] = law.answers ?? [];
  if (!rule) throw new Error('no pack gives days for an answer');
  const business = { ...rule, jurisdiction: 'CN', request: 'x', days: 5, dayCalendar: 'business-days' };
  // Friday 13 February 2026; the Spring Festival is from 15 to 23 February.
  expect(day({ kind: 'x', raisedOn: '2026-02-13' }, [], [business])).toBe('2026-03-02');
  expect(day({ kind: 'x', raisedOn: '2030-02-13' }, [], [business])).toBe('2030-02-18');
});
