import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { describe, expect, it } from 'vitest';

type Ended = { code: number | null; output: string; dataDir: string };

/** Runs what `npm start` runs; `interruptAt`: Ctrl-C as soon as this is printed. */
function npmStart(args: string[], interruptAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, ['infra/bootstrap.mjs', 'demo', ...args], {
    cwd: repoRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let interrupted = false;
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    if (interruptAt === undefined || interrupted || !output.includes(interruptAt)) return;
    interrupted = true;
    child.kill('SIGINT');
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, output, dataDir: /logs in (\S+)/.exec(output)?.[1] ?? '' }));
  });
}

/** Command lines of running processes that name the directory. */
function processesOf(dataDir: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(dataDir));
}

function expectNothingLeft({ dataDir }: Ended): void {
  expect(dataDir).toContain('run');
  expect(existsSync(dataDir)).toBe(false);
  expect(processesOf(dataDir)).toEqual([]);
}

describe('npm start', () => {
  it('plays a portfolio, audits it to zeros, and leaves nothing behind', async () => {
    const ended = await npmStart(['--loans', '6', '--days', '16']);

    expect(ended.output).toContain('All that must be 0 is 0.');
    expect(ended.output).toMatch(/reminder +[1-9]\d* +0/);
    expect(ended.output).toMatch(/What the portfolio has shown\n[\s\S]*paid after a message +1 +-\n/);
    expect(ended.output).toMatch(/Look|look around/);
    expect(ended.code).toBe(0);
    expectNothingLeft(ended);
  }, 240_000);

  it('stops everything on Ctrl-C', async () => {
    const ended = await npmStart(['--loans', '6', '--days', '30'], 'logs in');

    expect(ended.code).toBe(130);
    expect(ended.output).toMatch(
      /stopping .*worker.* and the local servers[\s\S]*\nstopped; what it wrote is removed\n/,
    );
    expect(ended.output).not.toMatch(/Error/);
    expectNothingLeft(ended);
  }, 120_000);

  it('names every bad line of a file before anything starts', async () => {
    const ended = await npmStart(['--events', 'examples/persons.ndjson']);

    expect(ended.code).toBe(1);
    expect(ended.output).toContain('line 1: specversion: must be "1.0"');
    expect(ended.output).not.toContain('servers ready');
  }, 60_000);
});
