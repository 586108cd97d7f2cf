import { expect, test } from 'vitest';
import { deedWords } from '../words/deed-words.js';
import { creditDeedMinimums, creditDeeds } from './credit-deeds.js';

test('credit records are told with what they must at least have shown, in words of both languages', () => {
  expect(creditDeeds({ furnished: 90, withheld: 12, disputed: 2, corrected: 1, rejected: 4 })).toEqual([
    { deed: 'credit-furnished', times: 90, minimum: 40 },
    { deed: 'credit-withheld', times: 12 },
    { deed: 'credit-disputed', times: 2, minimum: 2 },
    { deed: 'credit-corrected', times: 1, minimum: 1 },
    { deed: 'credit-rejected', times: 4 },
  ]);
  for (const words of [deedWords.en, deedWords.zh])
    expect(Object.keys(words)).toEqual(expect.arrayContaining(Object.keys(creditDeedMinimums)));
});
