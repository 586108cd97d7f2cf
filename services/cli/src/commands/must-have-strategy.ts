import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { Mistake } from '../words/mistake.js';

/** A tenant on a strategy that is not there has cases that cannot take their first turn. @throws Mistake naming those that are */
export function mustHaveStrategy(strategy: string, who = ''): void {
  const { latestByName } = loadPolicies(join(repoRoot, 'policies'));
  if (!latestByName.has(strategy))
    throw new Mistake(
      `${who}there is no strategy ${strategy}; policies/strategies has ${[...latestByName.keys()].join(', ')}`,
    );
}
