import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerIsThisProcess, writeRunState } from '@recourse/infra/local/run-state';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRecourse, type Said } from './recourse.js';

const named = ['TEMPORAL_ADDRESS', 'KAFKA_BROKERS', 'MONGODB_URI'].map((name) => [name, '']);
let local = '';
beforeEach(() => (local = mkdtempSync(join(tmpdir(), 'recourse-up-'))));
afterEach(() => rmSync(local, { recursive: true }));

const up = (more: NodeJS.ProcessEnv = {}, ...args: readonly string[]): Promise<Said> =>
  startRecourse({ ...process.env, ...Object.fromEntries(named), RECOURSE_LOCAL_DIR: local, ...more }, 'up', ...args)
    .ended;

describe('npm run up', () => {
  it('beside a running one ends at once and says which process holds the data, since when, and what to do', async () => {
    const since = '2026-01-05T02:00:00.000Z';
    writeRunState(join(local, 'up'), { owner: ownerIsThisProcess(), since, keep: true, servers: [] });

    const { code, err } = await up();

    expect(err).toContain(`process ${process.pid} holds ${join(local, 'up')} since ${since}`);
    expect(err).toContain(`kill ${process.pid}`);
    expect(code).toBe(1);
  });

  it('names every wrong setting before anything is installed or started', async () => {
    const wrong = { RECOURSE_KEY: 'short', RECOURSE_LOG_LEVEL: 'loud', RECOURSE_SANDBOX_URL: '' };

    const { code, out, err } = await up(wrong, '--no-sandbox', '--tenant', 'not an id');

    expect(err.match(/^ {2}\w+(?=: )/gm)?.map((line) => line.trim())).toEqual([
      'RECOURSE_KEY',
      'RECOURSE_TENANT',
      'RECOURSE_LOG_LEVEL',
      'RECOURSE_SANDBOX_URL',
    ]);
    expect([code, out]).toEqual([1, '']);
    expect(existsSync(local) && readdirSync(local)).toEqual([]);
  });
});
