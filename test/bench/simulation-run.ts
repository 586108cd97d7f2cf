import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { drawnLoan } from '@recourse/domain/simulation/drawn-portfolio';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadSimulationRules } from '@recourse/infra/policies/load-simulation-rules';
import { runSimulation } from '@recourse/service-cli/simulate/run-simulation';

/**
 * `seconds`: from the first line read to the result, starting the threads included; `cpuSeconds`: what the processors did for it.
 * `grownMb`: how much more memory the process had at its highest in the last half than in the second quarter, when all threads are warm.
 */
export type SimulationRun = { seconds: number; cpuSeconds: number; turns: number; grownMb: number; threads: number };

/** Plays a drawn portfolio in as many threads as there are processors, at most two: the budget is for two. */
export async function simulationRun(loans: number, months: number): Promise<SimulationRun> {
  const { strategyOf, portfolio, ...policies } = loadSimulationRules(join(repoRoot, 'policies'));
  const found = strategyOf('consumer-cn');
  if (!found) throw new Error('policies/strategies has no consumer-cn');
  const dir = mkdtempSync(join(tmpdir(), 'bench-simulation-'));
  const file = join(dir, 'portfolio.ndjson');
  function* rows(): Generator<string> {
    for (let nth = 1; nth <= loans; nth += 1) yield `${JSON.stringify(drawnLoan(portfolio, 'bench', nth))}\n`;
  }
  await pipeline(Readable.from(rows()), createWriteStream(file));
  const workers = Math.min(2, availableParallelism());
  const highest = { early: 0, late: 0 };
  try {
    const from = performance.now();
    const cpu = process.cpuUsage();
    const { tally } = await runSimulation({
      rules: { ...policies, strategy: found.strategy, strategyHash: found.hash },
      portfolio: file,
      months,
      seed: 'bench',
      workers,
      onProgress: (played) => {
        const rss = process.memoryUsage.rss();
        if (played > loans / 2) highest.late = Math.max(highest.late, rss);
        else if (played > loans / 4) highest.early = Math.max(highest.early, rss);
      },
    });
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds: (performance.now() - from) / 1_000,
      cpuSeconds: (user + system) / 1_000_000,
      turns: tally.turns,
      grownMb: (highest.late - highest.early) / 1e6,
      threads: workers,
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
