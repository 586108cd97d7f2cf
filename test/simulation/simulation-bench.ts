import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { PortfolioRow } from '@recourse/domain/simulation/portfolio-row';
import type { SimulationRules } from '@recourse/domain/simulation/simulation-rules';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { loadSimulationRules } from '@recourse/infra/policies/load-simulation-rules';

export const policiesDir = fileURLToPath(new URL('../../policies', import.meta.url));

const { strategyOf, ...policies } = loadSimulationRules(policiesDir);

/** The rules of the shipped policies, with a strategy of theirs or another. */
export const rulesWith = (strategy: Strategy | string = 'consumer-cn'): SimulationRules => {
  if (typeof strategy !== 'string') return { ...policies, strategy, strategyHash: 'made-for-a-test' };
  const found = strategyOf(strategy);
  if (!found) throw new Error(`policies/strategies has no ${strategy}`);
  return { ...policies, strategy: found.strategy, strategyHash: found.hash };
};

export const aRow = (differs: Partial<PortfolioRow> = {}): PortfolioRow => ({
  loan: 'L1',
  product: 'cash-loan',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  language: 'zh',
  asOf: '2026-01-01',
  dueOn: '2025-12-20',
  instalmentsLeft: 12,
  principal: 100_000,
  interest: 1_500,
  graceDays: 3,
  tolerance: 0,
  points: ['mobile', 'email', 'app', 'address'],
  agreed: [],
  ...differs,
});

const places = fc.constantFrom(
  { zone: 'Asia/Shanghai', jurisdiction: 'CN', language: 'zh' },
  { zone: 'America/New_York', jurisdiction: 'US-MA', language: 'en' },
  { zone: 'Europe/London', jurisdiction: 'GB', language: 'en' },
);

/** Rows of every age and place, each with an id of its own. */
export const rows: fc.Arbitrary<PortfolioRow> = fc
  .record({
    loan: fc.integer({ min: 1, max: 1_000_000 }),
    place: places,
    overdue: fc.integer({ min: -30, max: 400 }),
    instalmentsLeft: fc.integer({ min: 1, max: 24 }),
    principal: fc.integer({ min: 1, max: 500_000 }),
    interest: fc.integer({ min: 0, max: 20_000 }),
    graceDays: fc.integer({ min: 0, max: 10 }),
    tolerance: fc.constantFrom(0, 1_000),
    points: fc.subarray(['mobile', 'email', 'app', 'address'] as const),
    agreed: fc.subarray(['sms', 'email', 'dialler'] as const),
  })
  .map(({ loan, place, overdue, points, agreed, ...rest }) =>
    aRow({
      loan: `R${loan}`,
      ...place,
      ...rest,
      dueOn: addDays('2026-01-01', -overdue),
      points: [...points],
      agreed: [...agreed],
    }),
  );
