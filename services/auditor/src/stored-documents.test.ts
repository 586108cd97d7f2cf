import { expect, test } from 'vitest';
import { personOf } from './stored-documents.js';

const agreed = { from: '22:00', to: '23:00', fromDay: '2026-01-05', untilDay: '2026-01-06' };

test('a time a person agreed to in a conversation lets a contact be as one a directory tells of', () => {
  const said = {
    agreedTimes: [agreed],
    consents: [],
    optOuts: [],
    inconvenientTimes: [],
    inconvenientPlaces: ['work'],
  };
  const standing = { places: ['CN'], agreedTimes: [{ ...agreed, from: '21:00' }] };

  expect(personOf({ personId: 'P1', said }).standing).toEqual({ agreedTimes: [agreed], consents: [] });
  expect(personOf({ personId: 'P1', standing, said }).standing).toEqual({
    places: ['CN'],
    agreedTimes: [{ ...agreed, from: '21:00' }, agreed],
    consents: [],
  });
  expect(personOf({ personId: 'P1' })).not.toHaveProperty('standing');
});
