import { describe, expect, test } from 'vitest';
import { lawRule } from '../../../test/builders/law-rule.js';
import { lawOf } from '../../../test/builders/law-of.js';
import { purposeUnderLaw } from './purpose-under-law.js';

const bearing = { places: ['CN'], actor: 'first-party', product: 'cash', days: ['2026-03-02'] } as const;
const notice = (name: string) =>
  ({
    kind: 'send-notice',
    purpose: 'legally-required',
    channel: 'sms',
    personId: 'p1',
    pointId: 'm1',
    template: name,
    notice: name,
  }) as const;
/** The words of each template are the notice of its name. */
const asNamed = (template: string) => [template];
const wants = (how: Record<string, unknown>) =>
  lawOf(
    lawRule('notice-before-action', {
      confidence: 'primary',
      action: 'sue',
      notice: 'default',
      minDays: 14,
      clockStart: 'sent',
      ...how,
    }),
  );

describe('what a contact is for', () => {
  test('a notice that the law there names is legally required', () => {
    expect(purposeUnderLaw(notice('default'), wants({}), bearing, asNamed)).toBe('legally-required');
  });

  test('a notice that only the lender wants sent collects', () => {
    expect(purposeUnderLaw(notice('lawyers-letter'), wants({}), bearing, asNamed)).toBe('collect');
    expect(purposeUnderLaw(notice('default'), wants({ confidence: 'own' }), bearing, asNamed)).toBe('collect');
  });

  test('a law of another place, product or time makes nothing required', () => {
    expect(purposeUnderLaw(notice('default'), wants({}), { ...bearing, places: ['GB'] }, asNamed)).toBe('collect');
    expect(purposeUnderLaw(notice('default'), wants({ product: ['card'] }), bearing, asNamed)).toBe('collect');
    expect(purposeUnderLaw(notice('default'), wants({ effectiveTo: '2026-03-02' }), bearing, asNamed)).toBe('collect');
  });

  test('words that are not approved as that notice collect, under whatever name they go', () => {
    const letter = { ...notice('default'), template: 'lawyers-letter' };
    expect(purposeUnderLaw(letter, wants({}), bearing, asNamed)).toBe('collect');
    expect(purposeUnderLaw(letter, wants({}), bearing, () => ['default'])).toBe('legally-required');
  });

  test('a law that ends tonight is asked on every day it may be where the person is', () => {
    const days = ['2026-03-01', '2026-03-02'] as const;
    const law = wants({ effectiveTo: '2026-03-02' });
    expect(purposeUnderLaw(notice('default'), law, { ...bearing, days: ['2026-03-01'] }, asNamed)).toBe(
      'legally-required',
    );
    expect(purposeUnderLaw(notice('default'), law, { ...bearing, days }, asNamed)).toBe('collect');
  });

  test('a call is no notice, whatever it is called', () => {
    const call = {
      kind: 'place-call',
      purpose: 'legally-required',
      by: 'desk',
      personId: 'p1',
      pointId: 'm1',
    } as const;
    expect(purposeUnderLaw(call, wants({}), bearing, asNamed)).toBe('collect');
    expect(purposeUnderLaw({ ...call, purpose: 'locate' }, wants({}), bearing, asNamed)).toBe('locate');
  });
});
