import { expect, test } from 'vitest';
import { deedWords } from '../../services/cli/src/words/deed-words.js';
import { openDeeds } from '../../services/sandbox/src/deeds.js';
import { makePortfolio } from '../../services/sandbox/src/portfolio.js';

test('there are words for everything the default portfolio shows, and for nothing else', () => {
  const { loans } = makePortfolio({ seed: 's', loans: 60, persons: 50, from: '2025-12-01' });

  const shown = openDeeds().counts(loans);

  expect(Object.keys(deedWords.en)).toEqual(shown.map(({ deed }) => deed));
});
