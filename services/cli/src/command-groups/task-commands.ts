import type { Command } from 'commander';
import { finishDeskTask, listDeskTasks } from '../commands/desk-tasks.js';
import { onStack } from './on-stack.js';

export function addTaskCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const task = program.command('task').description('work for people that contacts nobody');
  task
    .command('list')
    .description('what is open: differences with servicing, persons to find, follow-ups')
    .action(() => onStack(env, listDeskTasks));
  task
    .command('done <id>')
    .description('say that it is done; a difference with servicing then holds its case no longer')
    .option('--searched <source=finding...>', 'of a search for a borrower: what each source told')
    .action((id: string, { searched }: { searched?: string[] }) =>
      onStack(env, (stores) => finishDeskTask(stores, id, searched)),
    );
}
