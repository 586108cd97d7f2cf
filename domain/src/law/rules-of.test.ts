import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { hashPack } from './hash-pack.js';
import type { Law } from './law.js';
import type { HashedPack } from './rule-pack.js';
import type { Rule } from './rule.js';
import { placesWithoutLaw, rulesOf, type RuleBearing } from './rules-of.js';

const visit = (id: string, fields = {}) => lawRule('visit-protocol', { id, ...fields });
const packOf = (jurisdiction: string, ...rules: Rule[]): HashedPack =>
  hashPack({
    pack: jurisdiction === '*' ? 'house' : jurisdiction.toLowerCase(),
    version: 2,
    jurisdiction,
    title: 'test',
    rules,
  });
const law: Law = {
  packs: [
    packOf('*', visit('HOUSE')),
    packOf(
      'US',
      visit('US-ALL'),
      visit('US-AGENCY', { actor: ['agency'] }),
      visit('US-CARD', { product: ['card'] }),
      visit('US-OLD', { effectiveTo: '2026-01-01' }),
      visit('US-NEXT', { effectiveFrom: '2026-03-03' }),
      lawRule('retention', { id: 'US-REC', record: 'notice', from: 'event', atEnd: 'delete', minDays: 1 }),
    ),
    packOf('US-MA', visit('MA')),
    packOf('GB', visit('GB')),
  ],
  calendars: {},
};
const names = (how: Partial<RuleBearing>) =>
  rulesOf(law, 'visit-protocol', {
    places: ['US'],
    actor: 'first-party',
    product: 'cash',
    days: ['2026-03-02'],
    ...how,
  }).map(({ rule }) => rule.id);

describe('the rules of one kind', () => {
  it('are those of every pack that holds there, in force, for the actor and the product', () => {
    expect(names({})).toEqual(['HOUSE', 'US-ALL']);
    expect(names({ places: ['US-MA'] })).toEqual(['HOUSE', 'US-ALL', 'MA']);
    expect(names({ places: ['US', 'GB'] })).toEqual(['HOUSE', 'US-ALL', 'GB']);
    expect(names({ actor: 'agency' })).toEqual(['HOUSE', 'US-ALL', 'US-AGENCY']);
    expect(names({ product: 'card' })).toEqual(['HOUSE', 'US-ALL', 'US-CARD']);
  });

  it('are in force from their first day up to, not including, their last, on any of the days it may be', () => {
    expect(names({ days: ['2025-12-31'] })).toContain('US-OLD');
    expect(names({ days: ['2026-01-01'] })).not.toContain('US-OLD');
    expect(names({ days: ['2026-03-02', '2026-03-03'] })).toContain('US-NEXT');
    expect(names({ days: [] })).toEqual([]);
  });

  it('name their pack and where it holds', () => {
    const [record] = rulesOf(law, 'retention', { places: ['US'], actor: 'buyer', product: 'x', days: ['2026-03-02'] });
    expect(record?.version).toMatch(/^us@2#/);
    expect(record?.jurisdiction).toBe('US');
  });
});

it('a place for which only the lender’s own rules hold has no law', () => {
  expect(placesWithoutLaw(law, ['US', 'US-MA', 'FR', 'USA'])).toEqual(['FR', 'USA']);
});
