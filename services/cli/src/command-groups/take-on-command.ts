import type { Command } from 'commander';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { takeOnPortfolio, type TakeOnOptions } from '../commands/take-on-portfolio.js';
import { loadDisplay } from '../take-on/load-display.js';
import { Mistake } from '../words/mistake.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

export function addTakeOnCommand(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('take-on <folder>')
    .description('take running loans on with their history, from CSV files; all are checked first')
    .option('--dry-run', 'only show rejected rows and control totals; write nothing', false)
    .option('--skip-rejected', 'leave loans with rejected rows out instead of taking none', false)
    .addOption(langOption())
    .action(async (folder: string, options: TakeOnOptions) => {
      const breaksOff = new AbortController();
      const say = (lines: readonly string[]): void => lines.forEach((line) => console.log(line));
      const display = loadDisplay(process.stdout, options.lang);
      let fault: string | undefined;
      const taking = onStack(env, async (stores) => {
        fault = await takeOnPortfolio(stores, folder, options, { say, display, signal: breaksOff.signal });
        return [];
      });
      // What is being sent is sent to its end, so that the number said is the number published.
      const forget = stopOnSignal(async () => {
        breaksOff.abort();
        await taking.catch(() => undefined);
      });
      try {
        await taking;
      } finally {
        forget();
      }
      if (fault !== undefined) throw new Mistake(fault);
    });
}
