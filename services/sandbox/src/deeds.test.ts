import { expect, test } from 'vitest';
import { openDeeds } from './deeds.js';
import { makePortfolio } from './portfolio.js';

const { loans } = makePortfolio({ seed: 's', loans: 240, persons: 200, from: '2025-12-01' });

test('at least as many loans are planned to show a thing as must', () => {
  const tooFew = openDeeds()
    .counts(loans)
    .filter(({ planned, minimum }) => planned > 0 && minimum !== undefined && planned < minimum);

  expect(tooFew).toEqual([]);
});

test('a loan that does the same twice counts once, and one on another path not at all', () => {
  const deeds = openDeeds();
  const of = (shows: boolean) => loans.filter(({ script }) => script.shows.includes('paid-after-message') === shows);
  const [one, other] = of(true);
  for (const loan of [one, one, other, of(false)[0]]) if (loan) deeds.note(loan.loanId, 'paid-after-message');

  expect(deeds.counts(loans).find(({ deed }) => deed === 'paid-after-message')?.times).toBe(2);
});
