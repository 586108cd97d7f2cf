import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PortfolioRow } from '@recourse/domain/simulation/portfolio-row';
import { simulateLoan } from '@recourse/domain/simulation/simulate-loan';
import type { SimulationRules } from '@recourse/domain/simulation/simulation-rules';
import type { Watch } from '@recourse/domain/simulation/loan-world';
import { emptyTally, standings, type Tally } from '@recourse/domain/simulation/tally';
import { referenceAllows } from '../law/reference/reference-checker.js';
import { aRow, rows, rulesWith } from './simulation-bench.js';

const rules = rulesWith();
const seeds = fc.string({ minLength: 1, maxLength: 8 });
const months = fc.integer({ min: 1, max: 14 });
const runs = { numRuns: 60 };

const played = (
  row: PortfolioRow,
  by: SimulationRules,
  how: { months: number; seed: string },
  watch?: Watch,
): Tally => {
  const tally = emptyTally(how.months);
  simulateLoan(row, by, how, tally, watch);
  return tally;
};

const sumOf = (counts: object): number => Object.values(counts).reduce((sum: number, each: number) => sum + each, 0);
const contactsOf = ({ contacts }: Tally): number => Object.values(contacts).reduce((sum, { made }) => sum + made, 0);

describe('a simulated loan', () => {
  it('goes the same way whenever it is played with the same seed', () => {
    fc.assert(
      fc.property(rows, seeds, months, (row, seed, n) => {
        expect(played(row, rules, { months: n, seed })).toEqual(played(row, rules, { months: n, seed }));
      }),
      { numRuns: 20 },
    );
  });

  it('goes another way with another seed', () => {
    const ways = new Set(
      Array.from({ length: 20 }, (_, nth) => JSON.stringify(played(aRow(), rules, { months: 3, seed: `${nth}` }))),
    );
    expect(ways.size).toBeGreaterThan(10);
  });

  it('stands in exactly one bucket at the end of each month and rolls from there', () => {
    fc.assert(
      fc.property(rows, seeds, months, (row, seed, n) => {
        const { standing, rolls } = played(row, rules, { months: n, seed });
        expect(Object.keys(standing)).toHaveLength(n + 1);
        for (const month of Object.values(standing)) expect(sumOf(month)).toBe(1);
        for (const each of standings) {
          const left = Object.entries(standing).filter(([month, loans]) => Number(month) < n && loans[each] === 1);
          const came = Object.entries(standing).filter(([month, loans]) => Number(month) > 0 && loans[each] === 1);
          expect(sumOf(rolls[each])).toBe(left.length);
          expect(standings.reduce((sum, from) => sum + rolls[from][each], 0)).toBe(came.length);
        }
      }),
      runs,
    );
  });

  it('conserves money: overdue at the start and missed since is recovered or still overdue', () => {
    fc.assert(
      fc.property(rows, seeds, months, (row, seed, n) => {
        const { arrearsAtStart, fellDue, recovered, arrearsAtEnd, recoveredInMonth, paidInTime } = played(row, rules, {
          months: n,
          seed,
        });
        expect(arrearsAtStart + fellDue).toBe(recovered + arrearsAtEnd);
        expect(sumOf(recoveredInMonth)).toBe(recovered);
        const amount = row.principal + row.interest;
        expect((arrearsAtStart + fellDue + paidInTime) % amount).toBe(0);
        expect(arrearsAtStart + fellDue + paidInTime).toBeLessThanOrEqual(amount * row.instalmentsLeft);
      }),
      runs,
    );
  });

  it('recovers the sum of the payments its position holds', () => {
    fc.assert(
      fc.property(rows, seeds, (row, seed) => {
        let paid = 0;
        const { recovered } = played(
          row,
          rules,
          { months: 12, seed },
          {
            onEnd: ({ position }) => {
              paid = position.payments.reduce((sum, { amount }) => sum + amount, 0);
            },
          },
        );
        expect(recovered).toBe(paid);
      }),
      runs,
    );
  });

  it('is never contacted when the reference checker of the law refuses, nor when nothing is overdue any more', () => {
    let contacts = 0;
    fc.assert(
      fc.property(rows, seeds, (row, seed) => {
        const tally = played(
          row,
          rules,
          { months: 12, seed },
          {
            onContact: (ask, { owes, kase }) => {
              contacts += 1;
              expect(referenceAllows(ask, Date.parse(ask.attempt.at))).toBe(true);
              expect(owes.arrears).toBeGreaterThan(0);
              expect(kase?.noted.arrears).toBe(owes.arrears);
              expect(kase?.handedTo?.kind).not.toBe('agency');
            },
          },
        );
        expect(contactsOf(tally)).toBeLessThanOrEqual(contacts);
      }),
      { numRuns: 150 },
    );
    expect(contacts).toBeGreaterThan(100);
  });

  it('is not contacted by a strategy without steps', () => {
    const silent = { ...rules.strategy, stages: rules.strategy.stages.map((stage) => ({ ...stage, steps: [] })) };
    const { locate: _locate, representative: _representative, ...bare } = silent;
    const withoutSteps = rulesWith(bare);
    fc.assert(
      fc.property(rows, seeds, (row, seed) => {
        const tally = played(row, withoutSteps, { months: 12, seed });
        expect(contactsOf(tally)).toBe(0);
        expect(tally.cost.contacts).toBe(0);
        expect(tally.refused).toEqual({});
      }),
      runs,
    );
  });

  it('meets the same luck under another strategy: whoever pays unasked before the first contact pays under both', () => {
    const { stages } = rules.strategy;
    const later = rulesWith({
      ...rules.strategy,
      stages: stages.map((stage) => ({
        ...stage,
        steps: stage.steps.map((step) =>
          step.ladderDay === undefined ? step : { ...step, ladderDay: step.ladderDay + 1 },
        ),
      })),
    });
    fc.assert(
      fc.property(seeds, (seed) => {
        const row = aRow({ dueOn: '2026-01-01' });
        const [one, other] = [rules, later].map((each) => played(row, each, { months: 1, seed }));
        if (one && other && contactsOf(one) === 0) expect(other).toEqual(one);
      }),
      { numRuns: 100 },
    );
  });
});
