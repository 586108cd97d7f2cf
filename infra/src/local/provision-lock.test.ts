import { mkdtempSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify } from './process-identity.js';
import { withProvisionLock } from './provision-lock.js';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(dir, { recursive: true }));
const lockFile = () => join(dir, 'provision.lock');
const silent = () => undefined;

test('two who provision the same directory do so one after the other', async () => {
  const order: string[] = [];
  const work = (who: string) => async () => {
    order.push(`${who} begins`);
    await sleep(50);
    order.push(`${who} ends`);
  };
  const said: string[] = [];

  await Promise.all([
    withProvisionLock(dir, silent, work('a')),
    withProvisionLock(dir, (line) => said.push(line), work('b')),
  ]);

  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(said).toEqual([`waiting for process ${process.pid}, which is provisioning the same directory`]);
});

test('the lock of a dead process is taken over, even when its pid lives on as another process', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, startedAt: 'at another time' }));

  expect(await withProvisionLock(dir, silent, async () => 'done')).toBe('done');
});

test('several waiters on a dead lock still work one at a time', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: 1, startedAt: 'at another time' }));
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (inside += 1));
    await sleep(10);
    inside -= 1;
  };

  await Promise.all([1, 2, 3, 4].map(() => withProvisionLock(dir, silent, work)));

  expect(most).toBe(1);
});

test('failed work gives the lock back', async () => {
  await expect(withProvisionLock(dir, silent, () => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network',
  );

  expect(existsSync(lockFile())).toBe(false);
});

test('a lock that is not ours is named, not removed', async () => {
  writeFileSync(lockFile(), 'something else');

  await expect(withProvisionLock(dir, silent, async () => undefined)).rejects.toThrow('is not a lock of ours');
  expect(identify(process.pid)?.pid).toBe(process.pid);
});
