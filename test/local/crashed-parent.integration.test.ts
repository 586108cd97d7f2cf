import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { identify, isAlive, type ProcessIdentity } from '../../infra/src/local/process-identity.js';
import { startService } from '../../infra/src/local/run-service.js';

const scratch = mkdtempSync(join(tmpdir(), 'crash-'));
const dataDir = join(scratch, 'data');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function holdServers() {
  const entry = 'test/local/hold-servers.ts';
  const holder = startService('holder', entry, process.env, { logFile: join(scratch, 'holder.log'), args: [dataDir] });
  const pids = (await holder.ready) as Record<string, number>;
  return { holder, servers: Object.values(pids).map((pid) => identify(pid)!) };
}

async function allGoneWithin(ms: number, processes: readonly ProcessIdentity[]): Promise<boolean> {
  for (let waited = 0; waited < ms && processes.some(isAlive); waited += 50) await sleep(50);
  return !processes.some(isAlive);
}

test('no server outlives a parent that was killed, and the next start on its data succeeds and cleans up on Ctrl-C', async () => {
  const crashed = await holdServers();
  expect(crashed.servers).toHaveLength(3);

  crashed.holder.kill('SIGKILL');

  expect(await allGoneWithin(8000, crashed.servers)).toBe(true);
  expect(existsSync(join(dataDir, 'run.json'))).toBe(true);

  const next = await holdServers();
  next.holder.kill('SIGINT');

  expect(await next.holder.exited).toBe(130);
  expect(await allGoneWithin(0, next.servers)).toBe(true);
  expect(existsSync(dataDir)).toBe(false);
});
