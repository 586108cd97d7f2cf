import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const bootstrap = join(import.meta.dirname, '../../infra/bootstrap.mjs');
const path = mkdtempSync(join(tmpdir(), 'path-'));
symlinkSync(process.execPath, join(path, 'node'));
afterAll(() => rmSync(path, { recursive: true }));

const run = (command: string, env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, [bootstrap, command], { env, encoding: 'utf8' });

test('on a machine with nothing but Node, all that is missing is named at once, with the way to get it', () => {
  const { status, stderr } = run('demo', { PATH: path });

  expect(status).toBe(1);
  expect(stderr).toContain('Python 3.11 or newer with venv: apt-get install -y python3 python3-venv');
  expect(stderr).toContain('Java 17 or newer: apt-get install -y openjdk-17-jre-headless');
  expect(stderr).toContain('Maven: apt-get install -y maven');
});

test('an unknown command is refused with those that exist', () => {
  const { status, stderr } = run('dmeo', { PATH: path });

  expect(status).toBe(2);
  expect(stderr).toContain('usage: node infra/bootstrap.mjs demo|up|cli|bench|faults|prove|test|check');
});
