import { expect, test } from 'vitest';
import { entryOf } from './entry-of.js';

const at = '2026-03-15T15:30:00.000Z';
const entry = { caseId: 't/L1/1', seq: 1, prevHash: '', hash: '' };

test('of a handover and a return it is kept to whom and of which placement', () => {
  const over = { type: 'handed-over', at, to: { kind: 'agency', id: 'place', partnerId: 'agency-1' } };
  const back = { type: 'handed-back', at, placementId: 'place', because: 'returned' };

  expect([over, back].map((fact) => entryOf({ ...entry, fact }).fact)).toEqual([over, back]);
});

test('of what no check reads only type and time are kept', () => {
  expect(entryOf({ ...entry, fact: { type: 'input-noted', at, kind: 'note' } }).fact).toEqual({
    type: 'input-noted',
    at,
  });
});
