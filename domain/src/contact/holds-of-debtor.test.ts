import { expect, test } from 'vitest';
import type { Hold } from '../holds/hold.js';
import { holdsOfDebtor } from './holds-of-debtor.js';
import type { Party } from './party.js';

const reasons = ['death', 'incapacity', 'represented', 'cease-request', 'insolvency', 'dispute'] as const;
const holds: Hold[] = [
  ...reasons.map((reason): Hold => ({ id: reason, reason, scope: { person: 'anne' }, stops: ['contact'], from: '' })),
  { id: 'number', reason: 'wrong-number', scope: { point: 'm1' }, stops: ['contact'], from: '' },
];

test.each<[Party, string[]]>([
  ['emergency-contact', ['represented', 'cease-request', 'insolvency', 'dispute']],
  ['employer', [...reasons]],
  ['attorney', ['death', 'incapacity', 'cease-request', 'insolvency', 'dispute']],
  ['estate', ['represented', 'cease-request', 'insolvency', 'dispute']],
  ['guardian', ['death', 'represented', 'cease-request', 'insolvency', 'dispute']],
  ['heir', ['represented', 'cease-request', 'insolvency', 'dispute']],
  ['guarantor', []],
])('of the debtor’s holds these bear on a %s: %j', (party, bearing) => {
  expect(holdsOfDebtor(party, holds).map(({ id }) => id)).toEqual(bearing);
});
