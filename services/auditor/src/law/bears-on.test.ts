import { expect, test } from 'vitest';
import type { Contact } from './contact.js';
import type { ContactRule } from './contact-rule.js';
import { binds } from './bears-on.js';

const rule = {
  jurisdiction: 'US-MA',
  actor: ['first-party'],
  effectiveFrom: '2020-01-01',
  channels: ['call'],
  purposes: ['collect'],
} as ContactRule;
const isBound = (loan: string, places: string[], countries: string[]): boolean =>
  binds(
    rule,
    {
      act: { sender: 'first-party', channel: 'call', purpose: 'collect' },
      person: { standing: { places } },
      countries,
    } as unknown as Contact,
    { jurisdiction: loan },
    ['2026-03-02'],
  );

test('the law of a part binds where only the country is told, of the loan, the person or the zone', () => {
  expect(isBound('US', ['US-OH'], [])).toBe(true);
  expect(isBound('US-OH', ['US'], [])).toBe(true);
  expect(isBound('CN', [], ['US'])).toBe(true);
});

test('the law of a part does not bind in another part, whatever zone that lies in', () => {
  expect(isBound('US-OH', ['US-OH'], ['US'])).toBe(false);
  expect(isBound('CN', ['CN'], ['CN'])).toBe(false);
});
