import { expect, test } from 'vitest';
import { zonesOfNumber } from './zones-of-number.js';

const prefixes = {
  '+1': ['America/New_York', 'Pacific/Honolulu'],
  '+1808': ['Pacific/Honolulu'],
  '+86': ['Asia/Shanghai'],
};

test.each([
  ['the longest prefix that is known counts', '+18085550100', ['Pacific/Honolulu']],
  [
    'an area code we do not know may be anywhere in the country',
    '+19995550100',
    ['America/New_York', 'Pacific/Honolulu'],
  ],
  ['a country of one zone has one', '+8613900000001', ['Asia/Shanghai']],
  ['a country we have no table of says nothing', '+33155500100', []],
  ['no number says nothing', '', []],
])('%s', (_, number, zones) => {
  expect(zonesOfNumber(prefixes, number)).toEqual(zones);
});
