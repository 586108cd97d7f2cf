import { join } from 'node:path';
import { drawnLoan } from '@recourse/domain/simulation/drawn-portfolio';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadSimulationRules } from '@recourse/infra/policies/load-simulation-rules';

/** The rows of a portfolio of nobody's, one NDJSON line each, drawn by `policies/simulation/portfolio.yaml`. @throws PolicyError */
export function* drawPortfolio(
  { loans, seed }: { loans: number; seed: string },
  dir = join(repoRoot, 'policies'),
): Generator<string> {
  const { portfolio } = loadSimulationRules(dir);
  for (let nth = 1; nth <= loans; nth += 1) yield JSON.stringify(drawnLoan(portfolio, seed, nth));
}
