import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadSimulationRules, type SimulationPolicies } from '@recourse/infra/policies/load-simulation-rules';
import type { CheckedStrategy } from '@recourse/infra/policies/read-strategies';
import type { Thread } from '../simulate/open-thread.js';
import type { SimulationTask } from '../simulate/play-batch.js';
import { runSimulation } from '../simulate/run-simulation.js';
import type { SimulationDisplay } from '../simulate/simulation-display.js';
import { simulationLines } from '../simulate/simulation-lines.js';
import { differenceReport, strategyReport, type SimulationReport } from '../simulate/simulation-report.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';

export type SimulateStrategies = {
  strategy: string;
  against?: string;
  portfolio: string;
  months: number;
  seed: string;
  workers: number;
  json: boolean;
  lang: Lang;
};

/**
 * Plays a portfolio under a strategy, or under two, with nothing but files (docs/simulate.md).
 * @throws PolicyError naming what is wrong in `policies/` or in the strategy
 * @throws Mistake when there is no such strategy or portfolio, or its rows are wrong
 */
export async function simulateStrategies(
  { strategy, against, portfolio, months, seed, workers, json, lang }: SimulateStrategies,
  display?: SimulationDisplay,
  opened?: (task: SimulationTask) => Thread,
): Promise<string[]> {
  const { strategyOf, strategies, portfolio: _drawn, ...policies } = loadSimulationRules(join(repoRoot, 'policies'));
  const found = (named: string): CheckedStrategy => mustFind(named, strategyOf, strategies);
  const one = found(strategy);
  const other = against === undefined ? undefined : found(against);
  const played = await runSimulation(
    {
      rules: { ...policies, strategy: one.strategy, strategyHash: one.hash },
      ...(other && { against: { strategy: other.strategy, strategyHash: other.hash } }),
      portfolio,
      months,
      seed,
      workers,
      ...(display && { onProgress: (loans, read) => display.show(loans, read) }),
    },
    opened,
  ).finally(() => display?.end());
  const { loans, asOf, currency } = played;
  const { model, costs } = policies;
  const difference = differenceReport(played);
  const named = ({ strategy: { strategy: name, version }, hash }: CheckedStrategy) => ({
    strategy: name,
    version,
    hash,
  });
  const report: SimulationReport = {
    v: 1,
    loans,
    months,
    asOf,
    currency,
    seed,
    assumptions: { borrowers: `${model.model}@${model.version}`, costs: `${costs.costs}@${costs.version}` },
    strategies: [
      strategyReport(named(one), played.tally),
      ...(other && played.against ? [strategyReport(named(other), played.against.tally)] : []),
    ],
    ...(difference && { difference }),
  };
  return json ? [JSON.stringify(report, null, 2)] : simulationLines(report, lang);
}

function mustFind(
  named: string,
  strategyOf: SimulationPolicies['strategyOf'],
  strategies: readonly string[],
): CheckedStrategy {
  const found = strategyOf(named);
  if (found) return found;
  throw new Mistake(
    `${named} is neither a file nor a strategy of policies/strategies; there are ${strategies.join(', ')}`,
  );
}
