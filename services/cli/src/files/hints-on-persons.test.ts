import type { PersonRow } from '@recourse/activities/people/person-store';
import { expect, test } from 'vitest';
import { law } from '../../../../test/builders/ask-gate.js';
import { hintsOnPersons } from './hints-on-persons.js';

const points: PersonRow['points'] = [{ pointId: 'm', kind: 'mobile', value: '+8613900000001', source: 'test' }];
const person = (personId: string, changes: Partial<PersonRow> = {}) => ({
  row: { personId, language: 'zh', points, zone: 'Asia/Shanghai', ...changes },
  respelt: [],
});
const hints = (...lines: { row: PersonRow; respelt: string[] }[]): string[] =>
  hintsOnPersons('persons.ndjson', lines, law);

test('nothing is said of persons who may be contacted', () => {
  expect(hints(person('P1'), person('P2', { language: 'en-GB', places: ['GB'] }))).toEqual([]);
});

test('a file without persons is noted', () => {
  expect(hints()).toEqual(['note: persons.ndjson has no persons; nobody is contacted who is not loaded']);
});

test('those without a zone are counted, some of them named, and what becomes of them is said', () => {
  const nowhere = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => person(id, { zone: undefined }));

  const [hint, ...more] = hints(person('P1'), ...nowhere);

  expect(more).toEqual([]);
  expect(hint).toContain('6 without a zone (A, B, C, D, E, ...)');
  expect(hint).toContain('nobody contacts them (unknown-zone)');
});

test.each<[string, Partial<PersonRow>, string]>([
  ['in a place without a pack', { places: ['CN', 'FR'] }, '1 in a place whose law we do not have (P1): every contact'],
  ['of a language nobody writes', { language: 'fr' }, '1 of a language no message of ours is written in (P1)'],
  ['without a point', { points: [] }, '1 without a point (P1): nobody can contact them'],
])('who is %s is told of before it shows as silence', (_who, changes, said) => {
  expect(hints(person('P1', changes))).toEqual([expect.stringContaining(`note: ${said}`)]);
});

test('a number that was spelled otherwise is said to be kept as E.164', () => {
  expect(hints({ ...person('P1'), respelt: ['m'] })).toEqual([
    'note: 1 telephone numbers in another spelling than E.164 (m): they are kept as + and digits',
  ]);
});
