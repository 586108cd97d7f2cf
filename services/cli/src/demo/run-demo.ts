import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { portfolioHistory } from '@recourse/infra/mongo/portfolio-history';
import { portfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { runAudit } from '../commands/run-audit.js';
import { reportLines } from '../report/report-lines.js';
import { openClock } from '../stack/open-clock.js';
import { openStores } from '../stack/open-stores.js';
import { startStack } from '../stack/start-stack.js';
import { reportWords } from '../words/report-words.js';
import { beginningOf, type DemoOptions } from './demo-options.js';
import { liveDisplay } from './live-display.js';
import { loadPlayedPersons } from './load-played-persons.js';
import { eventReader } from '../files/event-reader.js';
import { operator } from './operator.js';
import { playDays } from './play-days.js';
import { portfolioSource } from './portfolio-source.js';
import { untilInterrupted } from '../stack/until-interrupted.js';
import { whatNext } from './what-next.js';
import { waitUntilRelayed } from './wait-until-relayed.js';

/** Plays a portfolio through the whole system, reports and audits it. Resolves to the exit code. */
export async function runDemo(env: NodeJS.ProcessEnv, options: DemoOptions): Promise<number> {
  const source = portfolioSource(options, eventReader());
  const display = liveDisplay(process.stdout, options.lang);
  const stack = await startStack({
    env: { ...env, RECOURSE_LOG_LEVEL: env['RECOURSE_LOG_LEVEL'] ?? 'warn' },
    tenant: source.tenant,
    clock: { kind: 'test', now: beginningOf(options.from) },
    sandbox: true,
    forPeople: options.keep,
    report: display.note,
  });
  const forget = stopOnSignal(() => stack.stop());
  try {
    const code = await Promise.race([play(stack, source, display, options), stack.failed]);
    if (options.keep) await untilInterrupted(stack);
    return code;
  } finally {
    display.end();
    await stack.stop();
    forget();
  }
}

async function play(
  stack: Awaited<ReturnType<typeof startStack>>,
  source: ReturnType<typeof portfolioSource>,
  display: ReturnType<typeof liveDisplay>,
  options: DemoOptions,
): Promise<number> {
  const { sandboxUrl, staffUrl } = stack;
  if (!sandboxUrl || !staffUrl) throw new Error('sandbox and staff did not say where they listen');
  const stores = await openStores(stack.env);
  const clock = await openClock(stores, { sandboxUrl, staffUrl });
  try {
    await source.give(sandboxUrl);
    const persons = await loadPlayedPersons(stores, clock, sandboxUrl);
    display.note(
      `${source.loans} loans of ${persons} persons, ${options.from} to ${options.until}, logs in ${stack.logs}`,
    );
    const played = await playDays({ stores, clock, display, options, atEndOfDay: operator(stores, clock) });
    await waitUntilRelayed(stores);
    display.end();

    const { collections } = stores.mongo;
    const [standing, history] = await Promise.all([
      portfolioStanding(collections, source.tenant),
      portfolioHistory(collections, source.tenant),
    ]);
    const slowest = played.slowest ? { slowest: played.slowest } : {};
    print(reportLines({ standing, history, ...slowest }, options.lang));
    print(['', reportWords[options.lang].audit, '']);
    const code = await runAudit(stack.env, ['--lang', options.lang]);
    const [example] = await collections.cases.find({ tenant: source.tenant }).sort({ seq: -1 }).limit(1).toArray();
    print(['', ...whatNext(options, example?.loanId ?? 'LOAN', stack.temporalUiUrl)]);
    return code;
  } finally {
    await Promise.all([stores.close(), clock.close()]);
  }
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
