import { expect, test } from 'vitest';
import type { CaseOfTheDead } from '@recourse/infra/mongo/deaths-heard';
import { deathsThatReached } from './deaths-that-reached.js';

const at = '2026-01-05T04:00:00.000Z';
const one: CaseOfTheDead = { caseId: 't/a/1', heardAt: at, arrears: 100 };
const cases: CaseOfTheDead[] = [
  { ...one, takenBackAt: '2026-01-05T04:00:20.000Z' },
  { ...one, caseId: 't/b/1' },
  { ...one, caseId: 't/c/2', heardAt: '2026-01-05T04:00:01.000Z' },
];
const [placed, ...sisters] = cases;

test('a death that stopped three overdue cases at once, one of them placed, is counted', () => {
  expect(deathsThatReached([{ personId: 'p', cases, contacted: 0 }])).toBe(1);
});

test.each<[string, CaseOfTheDead[], number]>([
  ['two cases are not all that was meant', cases.slice(0, 2), 0],
  ['nobody would have been contacted about a case that was paid', [...cases, { ...one, arrears: 0 }], 0],
  ['none was placed', [one, ...sisters], 0],
  ['the partner kept it for an hour', [{ ...one, ...placed, takenBackAt: '2026-01-05T05:00:00.000Z' }, ...sisters], 0],
  ['one heard of it the day after', [...cases, { ...one, heardAt: '2026-01-06T04:00:00.000Z' }], 0],
  ['the dead were called all the same', cases, 1],
])('a death is not counted when %s', (_, heard, contacted) => {
  expect(deathsThatReached([{ personId: 'p', cases: heard, contacted }])).toBe(0);
});
