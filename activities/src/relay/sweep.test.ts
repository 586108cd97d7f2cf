import { expect, test } from 'vitest';
import { createSweep } from './sweep.js';

const sweeper = (unheard: () => string[]) => {
  let now = 1_000_000;
  const rung: string[] = [];
  const sweep = createSweep({
    store: { unheard: async () => unheard(), overdue: async () => [] },
    doorbell: { ring: async (caseId) => void rung.push(caseId) },
    settleActs: async () => undefined,
    wall: () => new Date(now),
  });
  return {
    rung,
    async sweepFor(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        await sweep();
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
