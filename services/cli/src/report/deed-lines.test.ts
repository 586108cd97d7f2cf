import { expect, test } from 'vitest';
import { langs } from '../words/lang.js';
import { deedWords } from '../words/deed-words.js';
import { deedLines, showsTooLittle } from './deed-lines.js';

const enough = { deed: 'promise-kept', times: 3, minimum: 3 };
const tooFew = { deed: 'paid-at-send', times: 0, minimum: 1 };
const onlyTold = { deed: 'paid-at-visit', times: 0 };

test('feature, times and minimum are told, and what is below is marked', () => {
  expect(deedLines([enough, tooFew], 'en')).toEqual([
    '',
    'What the portfolio has shown',
    '',
    '  feature                          times  minimum',
    '  -------------------------------  -----  -------  -------',
    '  promise kept                         3        3',
    '  paid in the second of a message      0        1  TOO FEW',
    '',
    '  The portfolio has not shown what it must: this demonstration has failed.',
  ]);
});

test('below a minimum it is too little; without one nothing is', () => {
  expect(showsTooLittle([enough, tooFew])).toBe(true);
  expect(showsTooLittle([enough, onlyTold])).toBe(false);
  expect(deedLines([onlyTold], 'en').at(-1)).toMatch(/paid at a visit +0 +-$/);
});

test('of events of the caller’s own there is nothing to tell', () => {
  expect(deedLines([], 'en')).toEqual([]);
});

test('both languages have words for the same features', () => {
  const [english, ...others] = langs.map((lang) => Object.keys(deedWords[lang]));

  for (const other of others) expect(other).toEqual(english);
});
