import { namesServers } from '@recourse/infra/config/named-servers';
import { arrangementsMade } from '@recourse/infra/mongo/arrangements-made';
import { flippedAllocations } from '@recourse/infra/mongo/flipped-allocations';
import { moneyOnStages } from '@recourse/infra/mongo/money-on-stages';
import { mattersRaised } from '@recourse/infra/mongo/matters-raised';
import { creditShown } from '@recourse/infra/mongo/credit-shown';
import { deathsHeard } from '@recourse/infra/mongo/deaths-heard';
import { endsShown } from '@recourse/infra/mongo/ends-shown';
import { portfolioHistory } from '@recourse/infra/mongo/portfolio-history';
import { portfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { protectingFacts } from '@recourse/infra/mongo/protecting-facts';
import { runAudit } from '../commands/run-audit.js';
import { withheldTraces } from '@recourse/infra/mongo/withheld-traces';
import { deedLines, showsTooLittle } from '../report/deed-lines.js';
import { reportLines } from '../report/report-lines.js';
import { withheldByRule } from '../report/withheld-by-rule.js';
import { withheldLines } from '../report/withheld-lines.js';
import { openClock } from '../stack/open-clock.js';
import { openStores } from '../stack/open-stores.js';
import { onOwnStack } from '../stack/on-own-stack.js';
import type { RunningStack, StartStack } from '../stack/start-stack.js';
import { reportWords } from '../words/report-words.js';
import { creditOffice } from './credit-office.js';
import { beginningOf, type DemoOptions } from './demo-options.js';
import { complaintOffice } from './complaint-office.js';
import { endOffice } from './end-office.js';
import { disturbances } from './disturbances.js';
import { liveDisplay, type LiveDisplay } from './live-display.js';
import { eventReader } from '../files/event-reader.js';
import { loadContacts } from './load-contacts.js';
import { operator } from './operator.js';
import { playDays } from './play-days.js';
import { protectionsOf } from './protections.js';
import { readDeeds } from './read-deeds.js';
import { portfolioSource, type PortfolioSource } from './portfolio-source.js';
import { searchBorrowers } from './search-borrowers.js';
import { untilInterrupted } from '../stack/until-interrupted.js';
import { whatNext } from './what-next.js';
import { waitUntilRelayed } from './wait-until-relayed.js';

/** Plays a portfolio through the whole system, reports and audits it. Resolves to the exit code. */
export async function runDemo(env: NodeJS.ProcessEnv, options: DemoOptions): Promise<number> {
  const source = portfolioSource(options, eventReader(), freshTenant(env));
  const display = liveDisplay(process.stdout, options.lang);
  for (const hint of source.hints) display.note(hint);
  const start: StartStack = {
    env: { ...env, RECOURSE_LOG_LEVEL: env['RECOURSE_LOG_LEVEL'] ?? 'warn' },
    tenant: source.tenant,
    clock: { kind: 'test', now: beginningOf(options.from) },
    sandbox: true,
    pulls: true,
    forPeople: options.keep,
    report: display.note,
  };
  return onOwnStack(start, async (stack) => {
    const code = await play(stack, source, display, options);
    if (options.keep) await untilInterrupted(stack);
    return code;
  });
}

/** On servers of the caller's own an earlier demo may have left its tenant. */
const freshTenant = (env: NodeJS.ProcessEnv): string =>
  namesServers(env) ? `demo-${Date.now().toString(36)}` : 'demo';

async function play(
  stack: RunningStack,
  source: PortfolioSource,
  display: LiveDisplay,
  options: DemoOptions,
): Promise<number> {
  const { sandboxUrl, staffUrl } = stack;
  if (!sandboxUrl || !staffUrl) throw new Error('sandbox and staff did not say where they listen');
  const stores = await openStores(stack.env);
  const clock = await openClock(stores, { sandboxUrl, staffUrl });
  try {
    const persons = await source.give(sandboxUrl);
    const loadNamed = loadContacts(stores, clock, sandboxUrl);
    await loadNamed();
    display.note(
      `${source.loans} loans of ${persons} persons, ${options.from} to ${options.until}, logs in ${stack.logs}`,
    );
    const played = await playDays({
      stores,
      clock,
      display,
      options,
      disturbances: options.events === undefined ? disturbances(stores, stack) : [],
      atEndOfDay: inTurn(
        operator(stores, clock),
        creditOffice(stores, clock, { logs: stack.logs, lang: options.lang, note: display.note }),
        complaintOffice(stores, clock),
        endOffice(stores, clock),
        loadNamed,
        searchBorrowers(stores, clock, sandboxUrl),
      ),
    });
    await waitUntilRelayed(stores);
    display.end();

    const { collections } = stores.mongo;
    const [standing, history, facts, arrangements, flipped, onStages, matters] = await Promise.all([
      portfolioStanding(collections, source.tenant),
      portfolioHistory(collections, source.tenant),
      protectingFacts(collections, source.tenant),
      arrangementsMade(collections, source.tenant),
      flippedAllocations(collections, source.tenant),
      moneyOnStages(collections, source.tenant),
      mattersRaised(collections, source.tenant),
    ]);
    const slowest = played.slowest ? { slowest: played.slowest } : {};
    print(reportLines({ standing, history, ...slowest }, options.lang));
    const { disturbed } = played;
    const deeds = await readDeeds({
      sandboxUrl,
      staffUrl,
      options,
      stages: history.stages,
      disturbed,
      protections: protectionsOf(facts),
      credit: await creditShown(collections, source.tenant),
      ends: await endsShown(collections, source.tenant),
      arrangements,
      money: { ...onStages, flipped },
      matters,
      deaths: await deathsHeard(collections, source.tenant),
    });
    print(deedLines(deeds, options.lang));
    const withheld = withheldByRule(await withheldTraces(collections, source.tenant));
    print(withheldLines(withheld, options.lang));
    print(['', reportWords[options.lang].audit, '']);
    const audited = await runAudit(stack.env, ['--lang', options.lang]);
    const [example] = await collections.cases.find({ tenant: source.tenant }).sort({ seq: -1 }).limit(1).toArray();
    print(['', ...whatNext(options, example?.loanId ?? 'LOAN', stack.temporalUiUrl)]);
    return audited === 0 && showsTooLittle(deeds) ? 1 : audited;
  } finally {
    await Promise.all([stores.close(), clock.close()]);
  }
}

const inTurn =
  (...works: (() => Promise<void>)[]) =>
  async (): Promise<void> => {
    for (const work of works) await work();
  };

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
