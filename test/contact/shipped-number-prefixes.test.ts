import { expect, test } from 'vitest';
import { zonesOfNumber } from '@recourse/domain/contact/zones-of-number';
import { policies } from '../builders/contact-records.js';

test.each([
  ['+8613900000001', ['Asia/Shanghai']],
  ['+447700900001', ['Europe/London']],
  ['+12125550100', ['America/New_York']],
  ['+13125550100', ['America/Chicago']],
  ['+14085550100', ['America/Los_Angeles']],
  ['+18085550100', ['Pacific/Honolulu']],
  ['+16025550100', ['America/Phoenix', 'America/Denver']],
])('a number like %s may be of %j', (number, zones) => {
  expect(zonesOfNumber(policies.numberPrefixes, number)).toEqual(zones);
});

test('an American number of an area code we do not know may be anywhere there', () => {
  expect(zonesOfNumber(policies.numberPrefixes, '+15005550100')).toHaveLength(8);
});
