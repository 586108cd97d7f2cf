import type { Command } from 'commander';
import { listPermits, type ListPermits } from '../commands/list-permits.js';
import { showPermit } from '../commands/show-permit.js';
import type { Lang } from '../words/lang.js';
import { readWhole } from './arguments.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

export function addPermitCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const permits = program.command('permits').description('leave to dial, given to agencies and diallers');
  permits
    .command('list')
    .description('permits, the newest first')
    .option('--loan <loan>', 'only those about this loan')
    .option('--limit <n>', 'at most so many', readWhole(1, 10_000), 100)
    .addOption(langOption())
    .action((options: ListPermits) => onStack(env, (stores) => listPermits(stores, options)));
  permits
    .command('show <permit>')
    .description('a permit and what became of each of its dials')
    .addOption(langOption())
    .action((permit: string, { lang }: { lang: Lang }) => onStack(env, (stores) => showPermit(stores, permit, lang)));
}
