import { expect, test } from 'vitest';
import { doubledItems } from './doubled-items.js';

test('a word that stands twice in a list is named by its second place', () => {
  expect(doubledItems({ rules: [{ channels: ['sms', 'call', 'sms'] }, { days: ['mon'] }] })).toEqual([
    { path: 'rules[0].channels[2]', reason: 'sms stands there twice' },
  ]);
});

test('the same word in two lists, and things that look alike, stand there once each', () => {
  expect(
    doubledItems([
      { from: '08:00', days: ['mon'] },
      { from: '08:00', days: ['mon'] },
    ]),
  ).toEqual([]);
});
