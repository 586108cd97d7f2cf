import type { Command } from 'commander';
import { publishEvents } from '../commands/publish-events.js';
import { tailEvents } from '../commands/tail-events.js';
import { tenantNow } from '../commands/tenant-now.js';
import { findStack } from '../stack/find-stack.js';
import { openStores } from '../stack/open-stores.js';
import { onStack } from './on-stack.js';

export function addEventCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const events = program.command('events').description('events on Kafka');
  events
    .command('publish <file>')
    .description(
      'publish CloudEvents, one JSON object a line (- reads standard input); all are checked first, all or none are published',
    )
    .action((file: string) => onStack(env, (stores) => publishEvents(stores, file), { anyTenant: true }));
  events
    .command('tail')
    .description('print what is published about the cases of the tenant (RECOURSE_TENANT), until Ctrl-C')
    .option('--from-beginning', 'from the oldest on', false)
    .action(async ({ fromBeginning }: { fromBeginning: boolean }) => {
      const stores = await openStores(findStack(env).env);
      await tenantNow(stores).catch(async (error: unknown) => {
        await stores.close();
        throw error;
      });
      process.once('SIGINT', () => {
        console.error('stopped following; whatever runs goes on');
        void stores.close().then(() => process.exit(130));
      });
      await tailEvents(stores, { fromBeginning, print: (line) => console.log(line) });
    });
}
