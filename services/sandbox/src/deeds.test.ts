import { expect, test } from 'vitest';
import { openDeeds } from './deeds.js';
import { makePortfolio } from './portfolio.js';

const { loans } = makePortfolio({ seed: 's', loans: 60, persons: 50, from: '2025-12-01' });

test('the default portfolio asks for at least half of what it plans of each, and for something of everything', () => {
  for (const { planned, minimum } of openDeeds().counts(loans)) {
    expect(minimum).toBeGreaterThan(0);
    expect([planned, planned + 1]).toContain(2 * minimum);
  }
});

test('a loan that does the same twice counts once', () => {
  const deeds = openDeeds();
  const [one, other] = loans.filter(({ script }) => script.shows.includes('paid-after-message'));
  for (const loan of [one, one, other]) if (loan) deeds.note(loan, 'paid-after-message');

  expect(deeds.counts(loans).find(({ deed }) => deed === 'paid-after-message')?.times).toBe(2);
});
