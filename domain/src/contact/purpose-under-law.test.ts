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
    expect(purposeUnderLaw(notice('default'), wants({}), bearing)).toBe('legally-required');
  });

  test('a notice that only the lender wants sent collects', () => {
    expect(purposeUnderLaw(notice('lawyers-letter'), wants({}), bearing)).toBe('collect');
    expect(purposeUnderLaw(notice('default'), wants({ confidence: 'own' }), bearing)).toBe('collect');
  });

  test('a law of another place, product or time makes nothing required', () => {
    expect(purposeUnderLaw(notice('default'), wants({}), { ...bearing, places: ['GB'] })).toBe('collect');
    expect(purposeUnderLaw(notice('default'), wants({ product: ['card'] }), bearing)).toBe('collect');
    expect(purposeUnderLaw(notice('default'), wants({ effectiveTo: '2026-03-02' }), bearing)).toBe('collect');
  });

  test('a call is no notice, whatever it is called', () => {
    const call = {
      kind: 'place-call',
      purpose: 'legally-required',
      by: 'desk',
      personId: 'p1',
      pointId: 'm1',
    } as const;
    expect(purposeUnderLaw(call, wants({}), bearing)).toBe('collect');
    expect(purposeUnderLaw({ ...call, purpose: 'locate' }, wants({}), bearing)).toBe('locate');
  });
});
