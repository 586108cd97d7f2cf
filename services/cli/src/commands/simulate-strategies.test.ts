import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulationReport } from '../simulate/simulation-report.js';
import type { Thread } from '../simulate/open-thread.js';
import { playBatch, type SimulationTask } from '../simulate/play-batch.js';
import { drawPortfolio } from './draw-portfolio.js';
import { simulateStrategies, type SimulateStrategies } from './simulate-strategies.js';

let dir = '';
let portfolio = '';
let lines: string[] = [];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'simulate-'));
  portfolio = join(dir, 'portfolio.ndjson');
  lines = [...drawPortfolio({ loans: 230, seed: 'a' })];
  writeFileSync(portfolio, lines.join('\n'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const asked = (differs: Partial<SimulateStrategies> = {}): SimulateStrategies => ({
  strategy: 'consumer-cn',
  portfolio,
  months: 2,
  seed: 's',
  workers: 1,
  json: true,
  lang: 'en',
  ...differs,
});
/** Plays here: to start a thread takes longer than what it plays. */
const here = (task: SimulationTask): Thread => ({
  play: async (batch) => playBatch(batch, task),
  close: async () => undefined,
});
const simulated = (differs: Partial<SimulateStrategies> = {}): Promise<string[]> =>
  simulateStrategies(asked(differs), undefined, here);
const reported = async (differs: Partial<SimulateStrategies> = {}): Promise<SimulationReport> =>
  JSON.parse((await simulated(differs)).join('\n')) as SimulationReport;
const inThreads = async (differs: Partial<SimulateStrategies>): Promise<SimulationReport> =>
  JSON.parse((await simulateStrategies(asked(differs))).join('\n')) as SimulationReport;
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

describe('recourse simulate', () => {
  it('comes to the same table with any number of threads, and to another with another seed', async () => {
    const whole = await reported({ against: 'consumer-cn@3' });
    expect(whole.loans).toBe(230);
    expect(await inThreads({ against: 'consumer-cn@3', workers: 2 })).toEqual(whole);
    expect(await reported({ against: 'consumer-cn@3', workers: 3 })).toEqual(whole);
    expect((await reported({ seed: 'other' })).strategies).not.toEqual(whole.strategies.slice(0, 1));
  });

  it('comes to the same whatever the order of the rows', async () => {
    const turned = fileOf('turned.ndjson', lines.toReversed().join('\n'));
    expect(await reported({ portfolio: turned })).toEqual(await reported());
  });

  it('finds no difference between a strategy and itself', async () => {
    const { difference, strategies } = await reported({ against: 'consumer-cn' });
    expect(strategies[0]).toEqual(strategies[1]);
    for (const each of Object.values(difference ?? {})) expect(each).toMatchObject({ total: 0, from: 0, to: 0 });
  });

  it('counts every loan in one bucket each month and adds the months up', async () => {
    const {
      strategies: [one],
      months,
    } = await reported();
    const sum = (counts: object): number => Object.values(counts).reduce((all: number, each: number) => all + each, 0);
    expect(one?.standing.map(({ loans }) => sum(loans))).toEqual([230, 230, 230]);
    expect(sum(Object.fromEntries(one?.rolls.map(({ from, loans }) => [from, loans]) ?? []))).toBeLessThanOrEqual(
      230 * months,
    );
    expect(one?.recovery.byMonth.reduce((all, { recovered }) => all + recovered, 0)).toBe(one?.recovery.recovered);
  });

  it('says so in English and in Chinese', async () => {
    const english = (await simulated({ json: false })).join('\n');
    expect(english).toMatch(/^consumer-cn@\d+: 230 loans, 2 months from 2026-01-01, seed "s"$/m);
    expect(english).toMatch(/^recovered, of what was overdue +\d+\.\d %$/m);
    const chinese = (await simulated({ json: false, lang: 'zh', against: 'consumer-cn@3' })).join('\n');
    expect(chinese).toMatch(/^回收率 +\d+\.\d %$/m);
    expect(chinese).toContain('95% 区间');
  });

  it('refuses a strategy that is neither a file nor shipped, naming those there are', async () => {
    await expect(simulated({ strategy: 'consumer-xx' })).rejects.toThrow(
      /consumer-xx is neither a file nor a strategy of policies\/strategies; there are .*consumer-cn@4/,
    );
  });

  it('refuses a strategy file with faults, by field', async () => {
    const strategy = fileOf('bad.yaml', 'strategy: x\nversion: 0\n');
    await expect(simulated({ strategy })).rejects.toThrow(/version/);
  });

  it('refuses a portfolio without loans, or that is not there', async () => {
    await expect(simulated({ portfolio: fileOf('empty.ndjson', '\n\n') })).rejects.toThrow('holds no loans');
    await expect(simulated({ portfolio: fileOf('heads.csv', 'loan,product\n') })).rejects.toThrow('holds no loans');
    await expect(simulated({ portfolio: join(dir, 'none') })).rejects.toThrow('no such file');
  });

  it('names line and field of rows that are wrong, and simulates nothing', async () => {
    const bad = lines.map((line, nth) =>
      nth === 3 ? line.replace('Asia/Shanghai', 'Mars/Base') : nth === 5 ? line.replace('"CN"', '"XX"') : line,
    );
    bad[7] = lines[7]?.replace('2026-01-01', '2026-01-02') ?? '';
    bad[9] = lines[9]?.replace('CNY', 'USD') ?? '';
    bad[200] = lines[2] ?? '';
    const said = await simulated({ portfolio: fileOf('bad.ndjson', bad.join('\n')), workers: 2 }).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(said).toContain('line 4: zone: is no time zone known here');
    expect(said).toContain('line 6: jurisdiction: has no rule pack: nobody could be contacted');
    expect(said).toContain('line 8: asOf: must be the same in every row: the first says 2026-01-01');
    expect(said).toContain('line 10: currency: must be the same in every row: the first says CNY');
    expect(said).toMatch(/line (201|3): loan: stands in another line too/);
  });
});
