import { expect, test } from 'vitest';
import { deedWords } from '../words/deed-words.js';
import { endDeedMinimums, endDeeds } from './end-deeds.js';

test('what became of claims that nobody pays is told with what must at least be shown, in words of both languages', () => {
  expect(endDeeds({ writtenOff: 5, offeredForSale: 2, demandProved: 3, debited: 1, expired: 0 })).toEqual([
    { deed: 'written-off', times: 5, minimum: 4 },
    { deed: 'offered-for-sale', times: 2, minimum: 2 },
    { deed: 'limitation-demand', times: 3, minimum: 1 },
    { deed: 'limitation-debit', times: 1, minimum: 1 },
    { deed: 'limitation-over', times: 0, minimum: 1 },
  ]);
  for (const words of [deedWords.en, deedWords.zh])
    expect(Object.keys(words)).toEqual(expect.arrayContaining(Object.keys(endDeedMinimums)));
});
