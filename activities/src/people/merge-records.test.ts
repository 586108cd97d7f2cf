import { saidTogether } from '@recourse/domain/contact/said-standing';
import { expect, test } from 'vitest';
import { aPerson, ten } from '../../../test/builders/contact-records.js';
import { mergeRecords } from './merge-records.js';

const when = { at: ten, wallAt: new Date(ten), resealed: [], handedOver: [] };

test('each record keeps what was said under its name, though the person as a whole has taken it back under the other', () => {
  const evening = { from: '22:00', to: '23:00', fromDay: '2026-03-02', untilDay: '2026-03-20', saidAt: ten };
  const agreed = { ...saidTogether(), agreedTimes: [evening] };
  const shunned = {
    ...saidTogether(),
    inconvenientTimes: [{ days: ['mon' as const], from: '20:00', to: '24:00' }],
  };

  const other = aPerson([], { personId: 'p2', said: shunned, points: [] });
  const one = mergeRecords(aPerson(['L1'], { said: agreed }), other, { ...when, names: {} });

  expect(one.said?.agreedTimes).toEqual([]);
  expect(one.records).toMatchObject([
    { personId: 'p1', said: agreed },
    { personId: 'p2', said: shunned },
  ]);
  const again = mergeRecords(one, aPerson([], { personId: 'p3', points: [] }), { ...when, names: {} });
  expect(again.records?.map(({ said }) => said)).toEqual([agreed, shunned, undefined]);
});
