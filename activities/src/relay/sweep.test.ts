import { expect, test } from 'vitest';
import { createSweep } from './sweep.js';

const sweeper = (unheard: () => string[], ring?: () => Promise<void>, lost: () => string[] = () => []) => {
  let now = 1_000_000;
  const rung: string[] = [];
  let settled = 0;
  let released = 0;
  const sweep = createSweep({
    store: { unheard: async (_before, most) => unheard().slice(0, most), overdue: async () => [] },
    lostRuns: async () => lost(),
    doorbell: { ring: ring ?? (async (caseId) => void rung.push(caseId)) },
    settleActs: async () => void (settled += 1),
    releasePermits: async () => void (released += 1),
    wall: () => new Date(now),
  });
  return {
    rung,
    sweep,
    settled: () => settled,
    released: () => released,
    async sweepFor(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        await sweep().catch(() => undefined);
        now += 1_000;
      }
    },
  };
};

test('a case found unheard is rung, once however often it is found within five seconds', async () => {
  const { rung, sweepFor } = sweeper(() => ['t/a/1', 't/a/1']);

  await sweepFor(5);

  expect(rung).toEqual(['t/a/1']);
});

test('a case that stays unheard is rung at growing intervals, at least once a minute', async () => {
  const { rung, sweepFor } = sweeper(() => ['t/a/1']);

  await sweepFor(300);

  expect(rung.length).toBeGreaterThanOrEqual(6);
  expect(rung.length).toBeLessThanOrEqual(9);
});

test('a case that was heard in between is rung at once when it is found again', async () => {
  let found = ['t/a/1'];
  const { rung, sweepFor } = sweeper(() => found);
  await sweepFor(1);
  found = [];
  await sweepFor(1);
  found = ['t/a/1'];

  await sweepFor(1);

  expect(rung).toHaveLength(2);
});

test('cases that never answer keep nobody waiting: whoever is found behind them is rung in the next sweeps', async () => {
  const stuck = Array.from({ length: 1_000 }, (_, nth) => `t/stuck-${nth}/1`);
  const { rung, sweepFor } = sweeper(() => [...stuck, 't/last/1']);

  await sweepFor(10);

  expect(rung).toContain('t/last/1');
  expect(new Set(rung).size).toBe(1_001);
});

test('no sweep rings more than 200 cases', async () => {
  const { rung, sweep, sweepFor } = sweeper(() => Array.from({ length: 1_000 }, (_, nth) => `t/stuck-${nth}/1`));
  await sweepFor(120);
  const before = rung.length;

  expect(await sweep()).toBeLessThanOrEqual(200);

  expect(rung.length - before).toBeLessThanOrEqual(200);
});

test('acts left begun are settled, and reservations past their window given back, also while nobody can be rung; the trouble is told', async () => {
  const { sweep, settled, released } = sweeper(
    () => ['t/a/1'],
    () => Promise.reject(new Error('Temporal is away')),
  );

  await expect(sweep()).rejects.toThrow('Temporal is away');

  expect(settled()).toBe(1);
  expect(released()).toBe(1);
});

test('while Temporal is away a case is tried every five seconds, so that it waits no longer when Temporal is back', async () => {
  let away = true;
  let tries = 0;
  const { sweepFor } = sweeper(
    () => ['t/a/1'],
    async () => {
      tries += 1;
      if (away) throw new Error('Temporal is away');
    },
  );
  await sweepFor(300);
  expect(tries).toBe(60);

  away = false;
  await sweepFor(5);

  expect(tries).toBe(61);
});

test('a case that lost its workflow is rung', async () => {
  const { rung, sweep } = sweeper(
    () => [],
    undefined,
    () => ['t/a/1'],
  );

  await sweep();

  expect(rung).toEqual(['t/a/1']);
});

test('when nobody can say which workflows run, all else is done, and the trouble is told', async () => {
  const { rung, sweep, settled } = sweeper(
    () => ['t/a/1'],
    undefined,
    () => {
      throw new Error('Temporal is away');
    },
  );

  await expect(sweep()).rejects.toThrow('Temporal is away');

  expect(rung).toEqual(['t/a/1']);
  expect(settled()).toBe(1);
});
