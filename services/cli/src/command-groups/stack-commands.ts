import type { Command } from 'commander';
import { runUp } from '../commands/run-up.js';
import { dayAfter, daysBetween, type DemoOptions } from '../demo/demo-options.js';
import { runDemo } from '../demo/run-demo.js';
import { Mistake } from '../words/mistake.js';
import { readDay, readSeed, readWhole } from './arguments.js';
import { langOption } from './lang-option.js';

type DemoFlags = Omit<DemoOptions, 'until'> & { until?: string; days: number };

export function addStackCommands(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('up')
    .description('run servers and services on the real clock until Ctrl-C')
    .option('--tenant <id>', 'tenant, made when it is missing', env['RECOURSE_TENANT'] || 'demo')
    .option('--no-sandbox', 'do not play the world outside; RECOURSE_SANDBOX_URL then says where acts go')
    .action(async (options: { tenant: string; sandbox: boolean }) => void (await runUp(env, options)));

  program
    .command('demo')
    .description('play a portfolio over months on the test clock, then report and audit')
    .option('--events <file>', 'play these events (NDJSON) instead of a made portfolio')
    .option('--persons <file>', 'the persons of these events (NDJSON)')
    .option('--from <day>', 'first day', readDay, '2025-12-01')
    .option('--until <day>', 'day the clock ends at (default: --days after --from)', readDay)
    .option('--days <n>', 'how many days', readWhole(1, 1_000), 180)
    .option('--seed <text>', 'another seed, another portfolio', readSeed, 'recourse')
    .option('--loans <n>', 'loans of the made portfolio', readWhole(1, 2_000), 240)
    .option('--keep', 'leave everything running at the end, to look around', false)
    .addOption(langOption())
    .action(async ({ days, until: given, ...flags }: DemoFlags) => {
      const until = given ?? dayAfter(flags.from, days);
      if (daysBetween(flags.from, until) < 1) throw new Mistake(`--until ${until} must be after --from ${flags.from}`);
      if (flags.persons !== undefined && flags.events === undefined) throw new Mistake('--persons needs --events');
      process.exitCode = await runDemo(env, { ...flags, until });
    });
}
