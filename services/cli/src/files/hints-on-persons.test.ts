import type { PersonRow } from '@recourse/activities/people/person-store';
import { expect, test } from 'vitest';
import { hintsOnPersons } from './hints-on-persons.js';

const person = (personId: string, zone?: string): PersonRow => ({
  personId,
  language: 'zh',
  points: [],
  ...(zone ? { zone } : {}),
});

test('nothing is said of persons whose zone is known', () => {
  expect(hintsOnPersons('persons.ndjson', [person('P1', 'Asia/Shanghai')])).toEqual([]);
});

test('a file without persons is noted', () => {
  expect(hintsOnPersons('persons.ndjson', [])).toEqual([
    'note: persons.ndjson has no persons; nobody is contacted who is not loaded',
  ]);
});

test('those without a zone are counted, some of them named, and what becomes of them is said', () => {
  const rows = [person('P1', 'Asia/Shanghai'), ...['A', 'B', 'C', 'D', 'E', 'F'].map((id) => person(id))];

  const [hint, ...more] = hintsOnPersons('persons.ndjson', rows);

  expect(more).toEqual([]);
  expect(hint).toContain('6 without a zone (A, B, C, D, E, ...)');
  expect(hint).toContain('nobody contacts them (unknown-zone)');
});
