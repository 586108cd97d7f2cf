import { existsSync } from 'node:fs';
import type { DrawnPortfolio } from '@recourse/domain/simulation/drawn-portfolio';
import type { SimulationRules } from '@recourse/domain/simulation/simulation-rules';
import { openHours } from '@recourse/domain/law/open-hours';
import { loadPolicies, type Policies } from './load-policies.js';
import { PolicyError } from './policy-error.js';
import { readAssumptions } from './read-assumptions.js';
import { readPolicyFile } from './read-policy-file.js';
import { readCheckedStrategy, type CheckedStrategy } from './read-strategies.js';
import { readTemplates } from './read-templates.js';

/** What a simulation takes from `policies/` beside strategies. */
export type SimulationPolicies = Omit<SimulationRules, 'strategy' | 'strategyHash'> & {
  portfolio: DrawnPortfolio;
  /** The strategy of a file, or of `policies/strategies` by `name` or `name@version`; undefined: there is neither. @throws PolicyError */
  strategyOf(named: string): CheckedStrategy | undefined;
  /** `name@version` of every strategy there is. */
  strategies: string[];
};

/**
 * Reads and checks `policies/` with the assumptions of `policies/simulation`.
 * @throws PolicyError naming everything that is wrong
 */
export function loadSimulationRules(dir: string): SimulationPolicies {
  const policies = loadPolicies(dir);
  const assumed = readAssumptions(dir);
  if ('faults' in assumed) throw new PolicyError(assumed.faults);
  const { law, contacts, zones, partners, strategiesByHash } = policies;
  const words = readTemplates(dir, law);
  return {
    law,
    contacts,
    zones,
    partners,
    templates: words.templates?.byName ?? new Map(),
    ...assumed,
    strategies: [...strategiesByHash.values()].map(({ strategy, version }) => `${strategy}@${version}`).sort(),
    strategyOf: (named) =>
      existsSync(named) ? strategyInFile(named, policies, words) : strategyByName(named, policies),
  };
}

function strategyInFile(
  path: string,
  { law, partners }: Policies,
  templates: ReturnType<typeof readTemplates>,
): CheckedStrategy {
  const file = readPolicyFile(path, path);
  const checked =
    'faults' in file ? file : readCheckedStrategy(file.value, path, { hours: openHours(law), templates, partners });
  if ('faults' in checked) throw new PolicyError(checked.faults);
  return checked;
}

function strategyByName(named: string, { strategiesByHash, latestByName }: Policies): CheckedStrategy | undefined {
  for (const [hash, strategy] of strategiesByHash)
    if (`${strategy.strategy}@${strategy.version}` === named) return { strategy, hash };
  return latestByName.get(named);
}
