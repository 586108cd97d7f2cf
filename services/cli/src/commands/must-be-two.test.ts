import type { Merging } from '@recourse/activities/people/judge-merge';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { expect, test } from 'vitest';
import { Mistake } from '../words/mistake.js';
import { mustBeTwo } from './must-be-two.js';

const person = (personId: string, goneInto?: string): PersonRecord => ({
  _id: `t/${personId}`,
  tenant: 't',
  personId,
  language: 'zh',
  wrappedKey: '',
  points: [],
  ledger: [],
  holds: [],
  loans: [],
  version: 1,
  ...(goneInto && {
    merged: { into: goneInto, points: {}, at: '2026-01-01T00:00:00.000Z', wallAt: new Date('2026-01-01') },
  }),
});
const [P1, P2] = [person('P1'), person('P2')];

test.each<[string, { from: string; into: string }, Merging, string]>([
  ['the same id twice', { from: 'P1', into: 'P1' }, { from: P1, into: P1 }, 'P1 is one record already'],
  ['an unknown from', { from: 'NOPE', into: 'P1' }, { into: P1 }, 'tenant t has no person NOPE'],
  ['an unknown into', { from: 'P1', into: 'NOPE' }, { from: P1 }, 'tenant t has no person NOPE'],
  ['two unknown ids', { from: 'NOPE', into: 'NOR' }, {}, 'tenant t has no person NOPE, NOR'],
  ['a circle', { from: 'P1', into: 'P2' }, { from: P1, into: P1 }, 'P2 is P1 already, the other way round'],
  [
    'what was merged into somebody else',
    { from: 'P3', into: 'P2' },
    { from: person('P3', 'P1'), into: P2 },
    'P3 is P1 already, and nobody is two',
  ],
  ['what was merged so before', { from: 'P3', into: 'P1' }, { from: person('P3', 'P1'), into: P1 }, 'P3 is P1 already'],
])('%s is refused in words, and it is said that nothing was published', (_what, asked, merging, said) => {
  const refused = (): void => mustBeTwo({ tenant: 't', ...asked }, merging);

  expect(refused).toThrow(Mistake);
  expect(refused).toThrow(`${said}; nothing was published`);
});

test('two records that are not one yet are not refused', () => {
  expect(() => mustBeTwo({ tenant: 't', from: 'P1', into: 'P2' }, { from: P1, into: P2 })).not.toThrow();
});
