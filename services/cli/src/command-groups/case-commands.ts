import { Option, type Command } from 'commander';
import { listCases, type ListCases, type Standing } from '../commands/list-cases.js';
import { showCase } from '../commands/show-case.js';
import type { Lang } from '../words/lang.js';
import { readCaseName, readWhole } from './arguments.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

const stages: Standing[] = ['intake', 'reminder', 'call', 'visit', 'outsourcing', 'legal', 'monitoring'];

export function addCaseCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const kase = program.command('case').description('look at cases');
  kase
    .command('show <loan>')
    .description('everything that happened to a loan, in plain words')
    .addOption(langOption())
    .action((loan: string, { lang }: { lang: Lang }) => onStack(env, (stores) => showCase(stores, loan, lang)));
  kase
    .command('list')
    .description('open cases, where they stand and what they do next')
    .option('--closed', 'closed ones too', false)
    .addOption(new Option('--stage <stage>', 'only of this stage').choices(stages))
    .option('--loan <prefix>', 'only of loans whose id begins so')
    .option('--after <loan/episode>', 'only what comes after this one', readCaseName)
    .option('--limit <n>', 'at most so many', readWhole(1, 10_000), 1_000)
    .addOption(langOption())
    .action((options: ListCases) => onStack(env, (stores) => listCases(stores, options)));
}
