import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startGuarded } from './guarded-process.js';
import { identify, isAlive } from './process-identity.js';

const devNull = openSync('/dev/null', 'a');
const start = (script: string) =>
  startGuarded({ file: '/bin/sh', args: ['-c', script], cwd: '/', env: process.env }, devNull, 'pipe');

/** A process of its own that guards `sleep 60` and tells us its pid. */
async function holder() {
  const code = `
    import { startGuarded } from '${import.meta.dirname}/guarded-process.ts';
    const child = startGuarded({ file: 'sleep', args: ['60'], cwd: '/', env: process.env }, 2);
    console.log(child.pid);
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const guarded = identify(Number(line.toString()));
  if (!guarded) throw new Error('the guarded process did not start');
  return { parent, guarded };
}

async function goneWithin(ms: number, gone: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < ms && !gone(); waited += 20) await sleep(20);
  return gone();
}

test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
  'a guarded process ends when its parent ends by %s',
  async (signal) => {
    const { parent, guarded } = await holder();

    parent.kill(signal);

    expect(await goneWithin(3000, () => !isAlive(guarded))).toBe(true);
  },
);

test('the pid is that of the program and its exit code comes through', async () => {
  const child = start('echo $$; exit 7');
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];

  expect(Number(line.toString())).toBe(child.pid);
  expect(await child.exited).toEqual({ code: 7, signal: null });
  expect(child.running()).toBe(false);
});

test('a process that ignores SIGTERM is ended by force after the deadline, its children too', async () => {
  const child = start('trap "" TERM; sleep 61 & echo $!; wait');
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const grandchild = identify(Number(line.toString()))!;

  await child.stop(200);

  expect((await child.exited).signal).toBe('SIGKILL');
  expect(await goneWithin(1000, () => !isAlive(grandchild))).toBe(true);
});

test('what a process started and left behind ends with it', async () => {
  const child = start('sleep 61 & echo $!');
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const left = identify(Number(line.toString()))!;

  await child.exited;

  expect(await goneWithin(2000, () => !isAlive(left))).toBe(true);
});
