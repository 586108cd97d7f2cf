import { join } from 'node:path';
import { decide } from '@recourse/domain/case/decide';
import { drawnLoan } from '@recourse/domain/simulation/drawn-portfolio';
import { simulateLoan } from '@recourse/domain/simulation/simulate-loan';
import { emptyTally } from '@recourse/domain/simulation/tally';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadSimulationRules } from '@recourse/infra/policies/load-simulation-rules';

const loans = 300;
const months = 12;
const forMs = 3_000;

/**
 * Turns a second, one core: `decide`, which folds each fact with `evolve` as it states it, on the turns of a simulated portfolio: cases of
 * every stage, with what they had been told then. `cpu`: of a second of processor time, where others are at work beside us.
 */
export function decideTurns(): { perSecond: number; perCpuSecond: number } {
  const { strategyOf, portfolio, ...policies } = loadSimulationRules(join(repoRoot, 'policies'));
  const found = strategyOf('consumer-cn');
  if (!found) throw new Error('policies/strategies has no consumer-cn');
  const rules = { ...policies, strategy: found.strategy, strategyHash: found.hash };
  const turns: Parameters<typeof decide>[] = [];
  const tally = emptyTally(months);
  for (let nth = 1; nth <= loans; nth += 1)
    simulateLoan(drawnLoan(portfolio, 'bench', nth), rules, { months, seed: 'bench' }, tally, {
      onTurn: (...given) => void turns.push(given),
    });
  const take = (ms: number): { perSecond: number; perCpuSecond: number } => {
    const from = performance.now();
    const cpu = process.cpuUsage();
    let taken = 0;
    while (performance.now() - from < ms)
      for (let of = 0; of < 1_000; of += 1, taken += 1) {
        const given = turns[taken % turns.length];
        if (!given) continue;
        const [kase, caseId, inputs, seen, at] = given;
        // Each turn sees what was just read: what was reckoned of it before is not known.
        decide(kase, caseId, inputs, { ...seen, position: { ...seen.position } }, at);
      }
    const { user, system } = process.cpuUsage(cpu);
    return {
      perSecond: (taken / (performance.now() - from)) * 1_000,
      perCpuSecond: (taken / (user + system)) * 1_000_000,
    };
  };
  take(1_000);
  return take(forMs);
}
