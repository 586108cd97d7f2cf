import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify, isAlive } from './process-identity.js';
import {
  DataDirInUse,
  clearCrashedRuns,
  endCrashedRun,
  ownerIsThisProcess,
  readRunState,
  refuseHeld,
  writeRunState,
} from './run-state.js';

let runs: string;
let server: ChildProcess;
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'runs-'));
  server = spawn('sleep', ['60'], { stdio: 'ignore' });
});
afterEach(() => {
  server.kill('SIGKILL');
  rmSync(runs, { recursive: true });
});
const since = '2026-01-05T02:00:00.000Z';
const dead = { pid: 1, startedAt: 'before this machine started' };
const serverIdentity = () => identify(server.pid!)!;

test('the servers of a crashed run are stopped and its data removed', async () => {
  const dataDir = join(runs, 'crashed');
  writeRunState(dataDir, { owner: dead, since, keep: false, servers: [serverIdentity()] });
  const left = serverIdentity();

  await clearCrashedRuns(runs);

  expect(isAlive(left)).toBe(false);
  expect(existsSync(dataDir)).toBe(false);
});

test('data that was to be kept survives the crash of its run', async () => {
  const dataDir = join(runs, 'kept');
  writeRunState(dataDir, { owner: dead, since, keep: true, servers: [] });

  await clearCrashedRuns(runs);

  expect(existsSync(dataDir)).toBe(true);
  expect(readRunState(dataDir)).toBeUndefined();
});

test('a process that only has the pid of a former server is left alone', async () => {
  const dataDir = join(runs, 'reused');
  writeRunState(dataDir, {
    owner: dead,
    since,
    keep: false,
    servers: [{ pid: server.pid!, startedAt: 'at another time' }],
  });

  await endCrashedRun(dataDir);

  expect(isAlive(serverIdentity())).toBe(true);
});

test('a run in use is left alone, and nobody else may start on it: who holds it is named, and since when', async () => {
  const dataDir = join(runs, 'alive');
  writeRunState(dataDir, { owner: ownerIsThisProcess(), since, keep: false, servers: [serverIdentity()] });

  await clearCrashedRuns(runs);

  expect(isAlive(serverIdentity())).toBe(true);
  const held = `process ${process.pid} holds ${dataDir} since ${since}`;
  await expect(endCrashedRun(dataDir)).rejects.toThrow(held);
  expect(() => refuseHeld(dataDir)).toThrow(DataDirInUse);
});

test('a directory without a state is removed once it is too old to belong to a run that is starting', async () => {
  const [young, old] = [join(runs, 'young'), join(runs, 'old')];
  mkdirSync(young);
  mkdirSync(old);
  utimesSync(old, new Date(0), new Date(0));

  await clearCrashedRuns(runs);

  expect([existsSync(young), existsSync(old)]).toEqual([true, false]);
});
