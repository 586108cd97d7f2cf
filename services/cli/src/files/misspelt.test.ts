import { expect, test } from 'vitest';
import { misspelt } from './misspelt.js';

test('a field that stands where one is missing, and looks like it, is found', () => {
  expect(misspelt({ terms: { zonne: 'UTC', product: 'x' } }, 'terms.zone')).toBe('zonne');
  expect(misspelt({ ammount: 1 }, 'amount')).toBe('ammount');
});

test('nothing is found when the field is there, nothing looks like it, or what does may be personal data', () => {
  expect(misspelt({ zone: 1, zonne: 'UTC' }, 'zone')).toBeUndefined();
  expect(misspelt({ product: 'x' }, 'zone')).toBeUndefined();
  expect(misspelt({ '+861': 1 }, '+86')).toBeUndefined();
  expect(misspelt(undefined, 'terms.zone')).toBeUndefined();
});
