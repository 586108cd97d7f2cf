import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { OpenStores } from '../stack/open-stores.js';
import type { RunningStack } from '../stack/start-stack.js';
import { disturbances } from './disturbances.js';

const whileAdvancing = (ms: number) => () => sleep(ms).then(() => undefined);

/** A worker that is started again so long after it is killed; `undefined`: no worker runs. */
function killed(restartMs: number | undefined) {
  let restarts = 0;
  const worker = {
    restarts: () => restarts,
    kill: () => void (restartMs !== undefined && sleep(restartMs).then(() => (restarts += 1))),
  };
  const stack = { service: () => (restartMs === undefined ? undefined : worker) } as unknown as RunningStack;
  const [disturbance] = disturbances({} as OpenStores, stack);
  if (disturbance?.name !== 'worker-killed') throw new Error('no worker is killed');
  return disturbance;
}

test('a worker killed in the middle of the day counts when its supervisor started it again', async () => {
  expect(await killed(50).play('2026-01-09', '', whileAdvancing(600))).toBe(true);
  expect(await killed(600).play('2026-01-09', '', whileAdvancing(600))).toBe(true);
});

test('it does not when there was none to kill, or when the day was over before', async () => {
  expect(await killed(undefined).play('2026-01-09', '', whileAdvancing(600))).toBe(false);
  expect(await killed(50).play('2026-01-09', '', whileAdvancing(10))).toBe(false);
});
