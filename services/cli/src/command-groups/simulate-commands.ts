import { availableParallelism } from 'node:os';
import { once } from 'node:events';
import type { Command } from 'commander';
import { drawPortfolio } from '../commands/draw-portfolio.js';
import { simulateStrategies, type SimulateStrategies } from '../commands/simulate-strategies.js';
import { simulationDisplay } from '../simulate/simulation-display.js';
import { Mistake } from '../words/mistake.js';
import { readSeed, readWhole } from './arguments.js';
import { langOption } from './lang-option.js';

const mostMonths = 60;
const mostLoans = 10_000_000;

/** Not `requiredOption`: commander would ask `simulate portfolio` for them too. */
const needed = (value: string | undefined, option: string): string => {
  if (value === undefined) throw new Mistake(`simulate needs ${option}; recourse simulate --help says what each means`);
  return value;
};

type Given = Partial<Pick<SimulateStrategies, 'strategy' | 'portfolio' | 'against'>> &
  Pick<SimulateStrategies, 'seed' | 'workers' | 'json' | 'lang'> & { months?: number };

export function addSimulateCommands(program: Command): void {
  const simulate = program
    .command('simulate')
    .enablePositionalOptions()
    .description(
      'what a strategy would make of a portfolio, on assumptions about borrowers and prices (docs/simulate.md); needs no stack',
    )
    .option('--strategy <file>', 'the strategy: a YAML file, or one of policies/strategies as NAME or NAME@VERSION')
    .option('--against <file>', 'a second strategy, played on the same luck')
    .option('--portfolio <file>', 'the loans, NDJSON or CSV; - is standard input')
    .option('--months <n>', `how long, 1 to ${mostMonths}`, readWhole(1, mostMonths))
    .option('--seed <text>', 'the luck; the same seed, the same result', readSeed, 'recourse')
    .option('--workers <n>', 'threads; the result is the same', readWhole(1, 64), availableParallelism())
    .option('--json', 'the result as JSON', false)
    .addOption(langOption())
    .action(async ({ strategy, portfolio, months, ...options }: Given) => {
      const given = {
        ...options,
        strategy: needed(strategy, '--strategy FILE'),
        portfolio: needed(portfolio, '--portfolio FILE'),
        months: Number(needed(months?.toString(), '--months N')),
      };
      const lines = await simulateStrategies(given, simulationDisplay(process.stderr, given.lang));
      lines.forEach((line) => console.log(line));
    });
  simulate
    .command('portfolio')
    .description('draws a portfolio of nobody’s to simulate on, NDJSON to standard output')
    .requiredOption('--loans <n>', `how many, 1 to ${mostLoans}`, readWhole(1, mostLoans))
    .option('--seed <text>', 'the same seed, the same loans', readSeed, 'recourse')
    .action(async (options: { loans: number; seed: string }) => {
      for (const line of drawPortfolio(options))
        if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    });
}
