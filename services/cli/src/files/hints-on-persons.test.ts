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
  ['in a zone of no country', { zone: 'Etc/UTC' }, '1 in a zone that lies in no country (P1): every contact'],
  [
    'at an address in a zone of no country',
    { zone: 'Asia/Shanghai', addressZone: 'Etc/UTC', places: ['CN'] },
    '1 in a zone that lies in no country (P1): every contact with them is refused (unknown-jurisdiction)',
  ],
  ['in a zone of a country without a pack', { zone: 'Europe/Paris' }, '1 in a place whose law we do not have (P1)'],
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

const related = (to: string, role: 'guarantor' | 'spouse-related' = 'guarantor'): Partial<PersonRow> => ({
  relations: [{ to, role, namedBy: 'borrower', document: 'D1', on: '2026-01-05' }],
});

test('who is related to nobody we know is told of; who is in the file, or was loaded before under any name, is somebody', () => {
  const known = [{ names: ['P7', 'P8'], points: [] }];
  const said = hintsOnPersons(
    'persons.ndjson',
    [person('P1'), person('P2', related('P1')), person('P3', related('P8')), person('P4', related('P9'))],
    law,
    known,
  );
  expect(said).toEqual([
    'note: 1 related to a person who is nobody we know (P4): nothing comes of it until that person is loaded',
  ]);
});

test('a spouse whom the borrower alone names owes nothing, and is told of', () => {
  expect(hints(person('P1'), person('P2', related('P1', 'spouse-related')))).toEqual([
    expect.stringContaining('note: 1 named as spouse by the borrower alone (P2): on that word nothing is owed'),
  ]);
});
