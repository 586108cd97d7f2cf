import { Option, type Command } from 'commander';
import type { ParkedRecord } from '@recourse/activities/records/event-record';
import { discardDeadLetter, listDeadLetters, redriveDeadLetter, showDeadLetter } from '../commands/dead-letters.js';
import { mergePersons, type MergeAsked } from '../commands/merge-persons.js';
import { loadPersonsFile } from '../commands/load-persons-file.js';
import { repair, type Repair } from '../commands/repair.js';
import { runAudit } from '../commands/run-audit.js';
import { switchContactOff, switchContactOn } from '../commands/switch-contact.js';
import { tenantNow } from '../commands/tenant-now.js';
import { findStack } from '../stack/find-stack.js';
import { withStores } from '../stack/open-stores.js';
import { readId, readReason } from './arguments.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

export function addOperatorCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const persons = program.command('persons').description('people we may contact');
  persons
    .command('load <file>')
    .description('load persons with their contact points, one JSON object a line; all are checked first')
    .action((file: string) => onStack(env, (stores) => loadPersonsFile(stores, file)));
  persons
    .command('merge')
    .description('two records are of one human: what is said of either is said of one person from now on, for ever')
    .requiredOption('--from <person>', 'the record that is no more', readId)
    .requiredOption('--into <person>', 'whose it is', readId)
    .requiredOption('--because <text>', 'why; goes into the record', readReason)
    .action((asked: MergeAsked) => onStack(env, (stores) => mergePersons(stores, asked)));

  const dlq = program.command('dlq').description('events set aside');
  const status = new Option('--status <status>', 'which ones')
    .choices(['parked', 'redriven', 'discarded'])
    .default('parked');
  dlq
    .command('list')
    .description('what is set aside, and why: of the tenant (RECOURSE_TENANT), and what names no tenant there is')
    .addOption(status)
    .action((options: { status: ParkedRecord['status'] }) =>
      onStack(env, (stores) => listDeadLetters(stores, options.status)),
    );
  dlq
    .command('show <id>')
    .description('one of them')
    .option('--content', 'also the record as it came, which may hold anything', false)
    .action((id: string, { content }: { content: boolean }) =>
      onStack(env, (stores) => showDeadLetter(stores, id, content)),
    );
  dlq
    .command('redrive <id>')
    .description('take it again')
    .action((id: string) => onStack(env, (stores) => redriveDeadLetter(stores, id)));
  dlq
    .command('discard <id>')
    .description('give it up')
    .requiredOption('--reason <text>', 'why; goes into the record', readReason)
    .action((id: string, { reason }: { reason: string }) =>
      onStack(env, (stores) => discardDeadLetter(stores, id, reason)),
    );

  const contact = program.command('contact').description('the kill switch of all contact');
  contact
    .command('stop')
    .description('no contact begins any more')
    .requiredOption('--reason <text>', 'why; goes into the record', readReason)
    .action(({ reason }: { reason: string }) => onStack(env, (stores) => switchContactOff(stores, reason)));
  contact
    .command('start')
    .description('contact goes on')
    .action(() => onStack(env, switchContactOn));

  program
    .command('repair')
    .description('restore from the journals what was lost or differs from them; exit 1 when a journal itself is broken')
    .option('--dry-run', 'only say what would be done', false)
    .addOption(langOption())
    .action((options: Repair) =>
      onStack(env, async (stores) => {
        const { said, whole } = await repair(stores, options);
        if (!whole) process.exitCode = 1;
        return said;
      }),
    );

  program
    .command('audit')
    .description('check the stores against each other')
    .command('run')
    .description('by services/auditor, which shares no code with us; exit 1 when something is not as it must be')
    .action(async () => {
      const stack = findStack(env);
      await withStores(stack.env, tenantNow);
      process.exitCode = await runAudit(stack.env);
    });
}
