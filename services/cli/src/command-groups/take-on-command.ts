import type { Command } from 'commander';
import { takeOnPortfolio, type TakeOnOptions } from '../commands/take-on-portfolio.js';
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
      let fault: string | undefined;
      await onStack(env, async (stores) => {
        const said = await takeOnPortfolio(stores, folder, options);
        fault = said.fault;
        return said.lines;
      });
      if (fault !== undefined) throw new Mistake(fault);
    });
}
