import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { drawRound, roundSeed, type Round } from './draw-round.js';
import { nameOf } from './fault.js';
import { startFaultStack, type FaultStack } from './fault-stack.js';
import { playRound } from './play-round.js';

const usage = `usage: npm run faults -- [--seed TEXT] [--rounds N] [--draw]
  --seed TEXT   a run (with --rounds) or one round (without), as its line printed it; default: by the clock
  --rounds N    so many rounds; their seeds are TEXT.1, TEXT.2, ...
  --draw        only print what would happen`;

/** Random faults, round by round, with an audit after each. Exit 0: nothing was lost; 1: it says which seed lost what. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, rounds: { type: 'string' }, draw: { type: 'boolean', default: false } },
  });
  const count = values.rounds === undefined ? undefined : Number(values.rounds);
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 1)) {
    console.error(usage);
    return 2;
  }
  const seed = values.seed ?? Date.now().toString(36);
  const alone = count === undefined && values.seed !== undefined;
  const seeds = alone ? [seed] : Array.from({ length: count ?? 10 }, (_, nth) => roundSeed(seed, nth + 1));
  const rounds = seeds.map(drawRound);
  if (values.draw) {
    for (const [index, round] of rounds.entries()) console.log(headOf(round, index, rounds.length));
    return 0;
  }

  const dir = mkdtempSync(join(tmpdir(), 'recourse-faults-'));
  let stack: FaultStack | undefined;
  stopOnSignal(async () => {
    await stack?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  const began = performance.now();
  stack = await startFaultStack(dir);
  console.log(`servers, sandbox and services run after ${secondsSince(began)} s; logs in ${dir}`);
  let lost = false;
  for (const [index, round] of rounds.entries()) {
    lost = !(await told(stack, round, index, rounds.length, dir));
    if (lost) break;
  }
  await stack.stop();
  if (!lost) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  console.log(lost ? `logs are kept in ${dir}` : `${rounds.length} rounds, nothing lost, in ${secondsSince(began)} s`);
  return lost ? 1 : 0;
}

/** Plays a round and prints its line. Answers whether nothing was lost. */
async function told(stack: FaultStack, round: Round, index: number, count: number, dir: string): Promise<boolean> {
  const began = performance.now();
  const head = headOf(round, index, count);
  try {
    const { code, output, openCases, tenant, inflicted, notInflicted } = await playRound(stack, round);
    const held = code === 0;
    const missed = notInflicted.length > 0 ? `, not inflicted: ${notInflicted.join(', ')}` : '';
    const struck = `${inflicted.length} inflicted${missed}`;
    console.log(
      `${head}  ${secondsSince(began)} s  ${struck}  ${openCases} open, live  audit ${held ? 'zeros' : 'LOST'}`,
    );
    if (held) return true;
    writeFileSync(join(dir, 'audit.txt'), output);
    console.log(`${output}\ntenant ${tenant}`);
  } catch (error) {
    console.log(`${head}  ${secondsSince(began)} s  LOST: ${(error as Error).message}`);
    writeFileSync(join(dir, 'error.txt'), String((error as Error).stack));
  }
  console.log(`losing round: npm run faults -- --seed ${round.seed}`);
  return false;
}

function headOf({ seed, faults, days, outage }: Round, index: number, count: number): string {
  const what = faults.map((fault) => `${nameOf(fault)}@${fault.afterInstants}`).join(', ');
  return `${index + 1}/${count}  ${seed}  ${days} d${outage ? ' outage' : ''}  ${what}`;
}

const secondsSince = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

process.exit(await main());
