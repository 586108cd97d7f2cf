import type { KnownBefore } from '@recourse/activities/intake/known-before-store';
import { putUnderLaw } from '@recourse/activities/intake/put-under-law';
import type { Terms } from '@recourse/domain/case/terms';
import { readLaw } from '@recourse/infra/policies/read-law';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testTerms } from '../builders/case-world.js';
import { aLoan } from '../builders/turn-records.js';

const { law } = readLaw(fileURLToPath(new URL('../../policies', import.meta.url)));

const card: Partial<Terms> = { product: 'card-instalment' };
const known = (terms: Partial<Terms>, change: Partial<KnownBefore> = {}): KnownBefore => ({
  loan: { ...aLoan('demo', 'L1', { ...testTerms, ...terms }), positionVersion: 4 },
  stated: [{ version: 1, itemId: '/s/e2', at: '2026-02-01T00:00:00.000Z' }],
  tellings: [
    { itemId: '/s/e1', acceptedAt: '2025-11-30T23:30:00.000Z' },
    { itemId: '/s/e2', acceptedAt: '2026-02-01T00:00:00.000Z' },
  ],
  now: '2026-03-01T00:00:00.000Z',
  ...change,
});

test('a loan known before gets what the law makes of its terms, and what was decided on its position is superseded', () => {
  const put = putUnderLaw(known(card), law);

  expect(put).toMatchObject({ positionVersion: 5, terms: { byLaw: { rules: ['CN-ALLOC-2', 'CN-ALLOC-3'] } } });
});

test('the law is that of the day by UTC on which the terms were taken first, not of today', () => {
  expect(putUnderLaw(known(card), law)).toMatchObject({ lawOn: '2025-11-30' });
  const now = { ...known(card), stated: [], tellings: [] };
  expect(putUnderLaw(now, law)).toMatchObject({ lawOn: '2026-03-01' });
});

test('of a later version of the terms it is the day of the event by which a case heard of it', () => {
  const stated = [
    { version: 1, itemId: '/s/e1', at: '2025-12-01T02:00:00.000Z' },
    { version: 2, itemId: '/s/e2', at: '2026-02-01T02:00:00.000Z' },
  ];
  expect(putUnderLaw(known({ ...card, version: 2 }, { stated }), law)).toMatchObject({ lawOn: '2026-02-01' });

  const unheard = stated.map((each) => ({ ...each, itemId: 'clock', at: '2026-02-03T02:00:00.000Z' }));
  expect(putUnderLaw(known({ ...card, version: 2 }, { stated: unheard }), law)).toMatchObject({ lawOn: '2026-02-03' });
});

test('rules that were not in force on that day make nothing of the terms', () => {
  const later = {
    packs: law.packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map((rule) => ({ ...rule, effectiveFrom: '2026-01-01' })),
    })),
  };
  expect(putUnderLaw(known(card), { ...law, ...later }).terms).not.toHaveProperty('byLaw');
});

test('terms of which the law makes nothing keep their position, and are not asked about again', () => {
  const put = putUnderLaw(known({}), law);

  expect(put).toMatchObject({ lawOn: '2025-11-30', positionVersion: 4 });
  expect(put.terms).not.toHaveProperty('byLaw');
  const again = { ...known({}), loan: put };
  expect(putUnderLaw(again, law)).toBe(put);
});

test('a loan under law stays as it is though the law is another now', () => {
  const { loan } = known(card);
  const under = { ...loan, lawOn: '2025-11-30' };
  expect(putUnderLaw({ ...known(card), loan: under }, law)).toBe(under);
});
