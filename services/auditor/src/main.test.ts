import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** As `recourse audit run` starts it: under Node itself, whose modules are stricter than those of tests. */
const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', '--conditions=source', main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });

test('settings that are missing end the audit with exit code 2, each named', () => {
  const { status, stdout, stderr } = run({}, '--lang', 'fr');

  expect(stderr).toBe(
    'The audit could not be made.\nMONGODB_URI is not set\nKAFKA_BROKERS is not set\nTEMPORAL_ADDRESS is not set\n--lang must be en or zh\n',
  );
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('a server that does not answer ends the audit with exit code 2, named by its setting', () => {
  const nobody = '127.0.0.1:1';

  const { status, stderr } = run({
    MONGODB_URI: `mongodb://user:secret@${nobody}/recourse?serverSelectionTimeoutMS=300`,
    KAFKA_BROKERS: nobody,
    TEMPORAL_ADDRESS: nobody,
  });

  expect(stderr).toMatch(/^The audit could not be made\.\nKAFKA_BROKERS: reading failed: /);
  expect(stderr).not.toContain('secret');
  expect(status).toBe(2);
});
