import { expect, test } from 'vitest';
import { readSearched } from './read-searched.js';

test('each source of a search is read with what it told', () => {
  expect(readSearched(['own-records=known-already', 'public-register=number-found'])).toEqual([
    { source: 'own-records', found: 'known-already' },
    { source: 'public-register', found: 'number-found' },
  ]);
});

test.each([
  [
    'bought-list=number-found',
    /the source must be one of contact-person, own-records, public-register, other-product$/,
  ],
  ['own-records', /after = must stand one of number-found, address-found, known-already, nothing-found$/],
  ['own-records=a number', /after = must stand one of /],
])('%s is refused with the words that may stand there', (told, says) => {
  expect(() => readSearched([told])).toThrow(says);
});
