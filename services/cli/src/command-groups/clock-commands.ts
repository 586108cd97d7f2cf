import type { Command } from 'commander';
import type { Instant } from '@recourse/domain/calendar/instant';
import { advance } from '../commands/advance.js';
import { createTenantClock, suitsTestClocks } from '../commands/create-tenant-clock.js';
import { showClock } from '../commands/show-clock.js';
import { tenantNow } from '../commands/tenant-now.js';
import type { FoundStack } from '../stack/find-stack.js';
import { openClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { readInstant, readWhole } from './arguments.js';
import { onStack } from './on-stack.js';

type AdvanceFlags = { to?: Instant; days?: number; outage: boolean };

export function addClockCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const clock = program.command('clock').description("a tenant's clock");
  clock
    .command('create <tenant>')
    .description('make a tenant with its clock')
    .option('--at <instant>', 'a test clock standing at this instant; without it the real clock', readInstant)
    .option('--strategy <name>', 'strategy of its cases', 'consumer-cn')
    .action((tenant: string, { at, strategy }: { at?: Instant; strategy: string }) =>
      onStack(env, (stores, stack) => createTenantClock(stores, { tenant, at, strategy }, stack.clock), {
        anyTenant: true,
      }),
    );
  clock
    .command('show')
    .description('where the clock of the tenant (RECOURSE_TENANT) stands')
    .action(() => onStack(env, showClock));
  clock
    .command('advance')
    .description('move the test clock, meeting every instant at which something is due')
    .option('--to <instant>', 'to this instant', readInstant)
    .option('--days <n>', 'by so many days', readWhole(1, 10_000))
    .option('--outage', 'jump there first, so that all that fell due is met late', false)
    .action((flags: AdvanceFlags) => onStack(env, (stores, stack) => moveClock(stores, stack, flags)));
}

async function moveClock(stores: OpenStores, stack: FoundStack, { to, days, outage }: AdvanceFlags): Promise<string[]> {
  if ((to === undefined) === (days === undefined)) throw new Mistake('say either --to or --days');
  const from = await tenantNow(stores);
  const target = to ?? new Date(Date.parse(from) + (days ?? 0) * 86_400_000).toISOString();
  const urls = {
    ...(stores.config.sandboxUrl ? { sandboxUrl: stores.config.sandboxUrl } : {}),
    ...(stack.staffUrl ? { staffUrl: stack.staffUrl } : {}),
  };
  const open = await openClock(stores, urls);
  try {
    const instants = await advance(open, { tenant: stores.tenant, to: target, outage });
    const apart = open.onRealClock();
    const note =
      apart.length === 0
        ? []
        : [`note: ${apart.join(' and ')} of this stack live on the real clock and did not play; ${suitsTestClocks}`];
    return [`${await showClock(stores)}; ${instants} instants met`, ...note];
  } finally {
    await open.close();
  }
}
