import { expect, test } from 'vitest';
import type { Terms } from '@recourse/domain/case/terms';
import type { PortfolioRow } from '@recourse/domain/simulation/portfolio-row';
import { simulateLoan } from '@recourse/domain/simulation/simulate-loan';
import { emptyTally } from '@recourse/domain/simulation/tally';
import { aRow, rulesWith } from './simulation-bench.js';

const rules = rulesWith();

/** The terms every turn of the loan saw, each object once. */
const termsSeen = (change: Partial<PortfolioRow>): Terms[] => {
  const seen = new Set<Terms>();
  const watch = {
    onTurn: (...[, , , { terms }]: [unknown, unknown, unknown, { terms: Terms }, ...unknown[]]) => seen.add(terms),
  };
  simulateLoan(aRow(change), rules, { months: 6, seed: 'a' }, emptyTally(6), watch);
  return [...seen];
};

test('a simulated card loan is under the law of the day its books stand on: principal first from 91 days past due', () => {
  const [terms, ...others] = termsSeen({ product: 'card-instalment' });

  expect(others).toEqual([]);
  expect(terms?.byLaw).toMatchObject({
    rules: ['CN-ALLOC-2', 'CN-ALLOC-3'],
    allocation: {
      rows: [{ fromDpd: 0 }, { fromDpd: 91, order: [{ components: expect.arrayContaining(['principal']) }] }],
    },
  });
});

test('terms that the law leaves as they are stay so', () => {
  expect(termsSeen({})[0]).not.toHaveProperty('byLaw');
});

test('the law is asked once of loans whose terms are alike', () => {
  const [one] = termsSeen({ product: 'card-instalment', loan: 'S1' });
  const [two] = termsSeen({ product: 'card-instalment', loan: 'S2' });

  expect(one?.byLaw).toBeDefined();
  expect(two?.byLaw).toBe(one?.byLaw);
});
