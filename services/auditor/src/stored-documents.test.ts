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

test('what a person agreed to is known from when it was said, or from when we heard of it', () => {
  const [saidAt, heardAt] = ['2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'];
  const times = (...agreedTimes: object[]) => ({ agreedTimes, consents: [], optOuts: [] });
  const person = personOf({
    personId: 'P1',
    standing: { agreedTimes: [{ ...agreed, saidAt }] },
    said: times({ ...agreed, saidAt, heardAt }, agreed),
    records: [
      {
        personId: 'P1',
        told: { standing: times({ ...agreed, saidAt }) },
        said: times({ ...agreed, saidAt, heardAt }),
        points: {},
        holds: [],
        wallAt: 0,
      },
    ],
  });

  const late = { ...agreed, saidAt, knownAt: heardAt };
  expect(person.standing?.agreedTimes).toEqual([{ ...agreed, saidAt, knownAt: saidAt }, late, agreed]);
  expect(person.said?.agreedTimes).toEqual([late, agreed]);
  expect(person.records?.[0]?.told.standing?.agreedTimes).toEqual([{ ...agreed, saidAt, knownAt: saidAt }]);
  expect(person.records?.[0]?.said?.agreedTimes).toEqual([late]);
});
