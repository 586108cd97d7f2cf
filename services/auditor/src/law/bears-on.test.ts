import { expect, test } from 'vitest';
import type { Contact } from './contact.js';
import type { ContactRule } from './contact-rule.js';
import { binds } from './bears-on.js';
import { isKeptWhereTold } from './is-kept-where-told.js';

const rule = {
  jurisdiction: 'US-MA',
  actor: ['first-party'],
  effectiveFrom: '2020-01-01',
  channels: ['call'],
  purposes: ['collect'],
} as ContactRule;
const isBound = (loan: string, places: string[], untold: string[]): boolean =>
  binds(
    rule,
    {
      act: { sender: 'first-party', channel: 'call', purpose: 'collect' },
      person: { standing: { places } },
      untold,
    } as unknown as Contact,
    { jurisdiction: loan },
    ['2026-03-02'],
  );

test('the law of a part binds where only the country is told, of the loan, the person or the zone', () => {
  expect(isBound('US', ['US-OH'], [])).toBe(true);
  expect(isBound('US-OH', ['US'], [])).toBe(true);
  expect(isBound('CN', [], ['US'])).toBe(true);
});

test('the law of a part does not bind in another part', () => {
  expect(isBound('US-OH', ['US-OH'], [])).toBe(false);
  expect(isBound('CN', ['CN'], ['CN'])).toBe(false);
});

test.each([
  ['the part where it is kept', ['US-OH'], true],
  ['a city of such a part', ['US-NY-NYC'], true],
  ['a part where it is not kept', ['US-CA'], false],
  ['one of each', ['US-CA', 'US-NY'], true],
  ['the country alone', ['US'], false],
  ['nothing', [], false],
])('a clock is that of %s, if that is told', (_, told, isKept) => {
  expect(isKeptWhereTold(['US-NY', 'US-OH'], told)).toBe(isKept);
});

test('a clock of which nobody knows where it is kept is not that of any part', () => {
  expect(isKeptWhereTold([], ['CN-GD'])).toBe(false);
});
