import { expect, test } from 'vitest';
import { deedWords } from '../../services/cli/src/words/deed-words.js';
import { creditDeedMinimums } from '../../services/cli/src/demo/credit-deeds.js';
import { endDeedMinimums } from '../../services/cli/src/demo/end-deeds.js';
import { ourDeedMinimums } from '../../services/cli/src/demo/our-deeds.js';
import { deedMinimums } from '../../services/sandbox/src/deed-minimums.js';

test('there are words for everything the portfolio and we ourselves can show, and for nothing else', () => {
  const shown = [deedMinimums, ourDeedMinimums, creditDeedMinimums, endDeedMinimums].flatMap((minimums) =>
    Object.keys(minimums),
  );

  expect(Object.keys(deedWords.en).toSorted()).toEqual(shown.toSorted());
});
