import { runBareSteps } from './bare-steps.js';
import { startBenchStack } from './bench-stack.js';
import { runContactSteps } from './contact-steps.js';
import { decideTurns } from './decide-turns.js';
import { gateVerdictsPerSecond } from './gate-verdicts.js';
import { measurePaymentLatency } from './payment-latency.js';
import { percentile } from './percentile.js';
import { simulationRun } from './simulation-run.js';

/** The first rows of design section 11, measured in one run: ratios, counts and percentiles hold on any machine, seconds do not. */
const cases = 40;
const steps = 10;

console.log('contact gate, one core ...');
const verdicts = gateVerdictsPerSecond();
console.log('decide, one core ...');
const decided = decideTurns();
console.log('100,000 loans x 12 months, no servers ...');
const simulated = await simulationRun(100_000, 12);
const stack = await startBenchStack();
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
  console.table([
    row(
      'full contact step against a bare 2-activity step',
      `${ratio.toFixed(2)} (${rate(full.seconds)} against ${rate(bare)})`,
      'at most 2.0 (1.3 on the Rust server)',
      ratio <= 2,
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
      `${decided.perSecond.toFixed(0)} turns/s (${decided.perCpuSecond.toFixed(0)} a second of processor time)`,
      'over 50,000 turns/s',
      decided.perSecond > 50_000,
    ),
    row(
      'simulation, 100,000 loans x 12 months, 2 cores',
      `${simulated.seconds.toFixed(0)} s (${simulated.cpuSeconds.toFixed(0)} s of processor time), memory ${simulated.grownMb.toFixed(0)} MB more late than early`,
      'under 120 s, memory flat (under 50 MB)',
      simulated.seconds < 120 && simulated.grownMb < 50,
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
