import { expect, test } from 'vitest';
import { loadPersons } from './load-persons.js';
import type { PersonRow } from './person-store.js';

const rows: PersonRow[] = ['p1', 'p2', 'p3'].map((personId) => ({ personId, language: 'zh', points: [] }));

test('persons are loaded to the last also while nobody can be rung: the sweeper rings later', async () => {
  const persons = { load: async () => ({ loaded: 'new' as const, ring: ['t/a/1'] }) };
  const doorbell = { ring: () => Promise.reject(new Error('Temporal is away')) };

  expect(await loadPersons({ persons, doorbell }, 't', rows)).toEqual({ new: 3, changed: 0, same: 0 });
});
