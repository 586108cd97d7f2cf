import { parseArgs } from 'node:util';
import { runBareSteps } from './bare-steps.js';
import { startBenchStack, type BenchStore } from './bench-stack.js';
import { runContactSteps } from './contact-steps.js';
import { builtRows } from './built-rows.js';
import { measurePaymentLatency } from './payment-latency.js';
import { notedRatios } from './noted-ratios.js';
import { percentile } from './percentile.js';

/** The first rows of design section 11, measured in one run: ratios, counts and percentiles hold on any machine, seconds do not. */
const cases = 40;
const steps = 10;
/** Of the store in one step, the relay's share in it. Not of the budget: what grows is to be seen. */
const mostCommands = 26;
const wallRatio = { python: 2, rust: 1.3 };

const { values } = parseArgs({
  options: { store: { type: 'string', default: 'python' }, whole: { type: 'boolean', default: false } },
});
if (values.store !== 'python' && values.store !== 'rust') throw new Error('--store is python or rust');
const store: BenchStore = values.store;

const wholePortfolio = 100_000;
const playedLoans = values.whole ? wholePortfolio : wholePortfolio / 10;
console.log('as built: gate, decide, simulation, no servers ...');
const { verdicts, decided, simulated, calibrationNs } = builtRows(playedLoans);
const wholeSeconds = (simulated.seconds * wholePortfolio) / playedLoans;
const wholeCpu = (simulated.cpuSeconds * wholePortfolio) / playedLoans;
const calibrated = `calibration ${calibrationNs.map((ns) => ns.toFixed(0)).join(' and ')} ns`;
const stack = await startBenchStack(store);
try {
  console.log(`${cases} cases x ${steps} steps, bare and full ...`);
  const bare = await runBareSteps(stack, cases, steps);
  await runContactSteps(stack, { name: 'warm', cases: 4, steps: 3 });
  const full = await runContactSteps(stack, { name: 'steps', cases, steps });
  const timed = await runContactSteps(stack, { name: 'timed', cases: 4, steps: 6, timerMs: 50 });
  console.log('payments beside 200 open cases, 20 a second ...');
  const payment = await measurePaymentLatency(stack, { cases: 200, payments: 300, perSecond: 20 });

  const rate = (seconds: number): string => `${((cases * steps) / seconds).toFixed(0)} steps/s`;
  const ms = (samples: number[]): string =>
    `p50 ${percentile(samples, 0.5).toFixed(0)} ms, p99 ${percentile(samples, 0.99).toFixed(0)} ms`;
  const row = (work: string, measured: string, must: string, met: boolean) => ({ work, measured, must, met });
  const ratio = full.seconds / bare;
  const noted = notedRatios(store, ratio);
  const other = store === 'python' ? 'rust' : 'python';
  const ofOther = noted[other];
  const commands = (of: string): number =>
    full.asked.filter(({ work }) => work === of).reduce((sum, { count }) => sum + count, 0) / full.contacts;
  const asking = ['begin', 'conclude', 'turn', 'relay'];
  const perStep = asking.reduce((sum, work) => sum + commands(work), 0);
  console.table(
    full.asked
      .toSorted((a, b) => asking.indexOf(a.work) - asking.indexOf(b.work) || b.count - a.count)
      .map(({ work, command, collection, count, ms: waited }) => ({
        work,
        asked: `${command} ${collection}`,
        'per step': (count / full.contacts).toFixed(2),
        'ms waited per step': (waited / full.contacts).toFixed(1),
      })),
  );
  console.table([
    row(
      `full contact step against a bare 2-activity step (${store})`,
      `${ratio.toFixed(2)} (${rate(full.seconds)} against ${rate(bare)})`,
      'at most 2.0 (1.3 on the Rust server)',
      ratio <= wallRatio[store],
    ),
    ...(ofOther
      ? [
          row(
            `  the same on the ${other} server, last measured ${ofOther.at.slice(0, 16)}`,
            ofOther.ratio.toFixed(2),
            `at most ${wallRatio[other].toFixed(1)}`,
            ofOther.ratio <= wallRatio[other],
          ),
        ]
      : []),
    row(
      'commands to the store per contact step',
      `${perStep.toFixed(1)} (${asking.map((work) => `${work} ${commands(work).toFixed(1)}`).join(', ')})`,
      `at most ${mostCommands}`,
      perStep <= mostCommands,
    ),
    row(
      'journal entries relayed to Kafka meanwhile',
      `${full.entries}, ${full.behind} behind`,
      'all',
      full.behind === 0,
    ),
    row(
      'history events per contact step, timer included',
      timed.eventsPerStep.toFixed(1),
      'at most 18',
      timed.eventsPerStep <= 18,
    ),
    row(
      'payment on Kafka to contact impossible',
      ms(payment.committed),
      'p99 under 150 ms',
      percentile(payment.committed, 0.99) < 150,
    ),
    row(
      'payment on Kafka to case has taken its turn',
      ms(payment.turned),
      'p99 under 500 ms',
      percentile(payment.turned, 0.99) < 500,
    ),
    row(
      'gate with the full CN pack and a 90-day ledger, one core',
      `${verdicts.toFixed(0)} verdicts/s`,
      'over 20,000 verdicts/s',
      verdicts > 20_000,
    ),
    row(
      'decide + evolve, one core',
      `${decided.perSecond.toFixed(0)} turns/s (${decided.perCpuSecond.toFixed(0)} a second of processor time; ${calibrated})`,
      'over 50,000 turns/s',
      decided.perSecond > 50_000,
    ),
    row(
      values.whole
        ? 'simulation, 100,000 loans x 12 months, 2 cores'
        : `simulation, 100,000 loans x 12 months, 2 cores, at the pace of ${playedLoans} (all with --whole)`,
      `${wholeSeconds.toFixed(0)} s (${wholeCpu.toFixed(0)} s of processor time), memory ${simulated.grownMb.toFixed(0)} MB more late than early`,
      'under 120 s, memory flat (under 50 MB)',
      wholeSeconds < 120 && simulated.grownMb < 50,
    ),
    row(
      'idle open case in the worker',
      `${payment.mbPerIdleCase.toFixed(2)} MB`,
      'under 0.2 MB',
      payment.mbPerIdleCase < 0.2,
    ),
  ]);
} finally {
  await stack.close();
}
