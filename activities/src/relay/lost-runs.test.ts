import { expect, test } from 'vitest';
import { findLostRuns } from './lost-runs.js';

const world = (open: () => string[], running: () => string[]) => {
  let now = 1_000_000;
  let listings = 0;
  const lostRuns = findLostRuns({
    store: { tenants: async () => ['t'], openCount: async () => open().length, open: async () => open() },
    runs: {
      count: async () => running().length,
      async ofTenant() {
        listings += 1;
        return new Set(running());
      },
    },
    wall: () => new Date(now),
  });
  return {
    listings: () => listings,
    async look() {
      now += 5_000;
      return lostRuns();
    },
    ask: lostRuns,
  };
};

test('a case whose run is missing at two looks in a row is lost', async () => {
  const { look } = world(
    () => ['t/a/1', 't/b/1'],
    () => ['t/b/1'],
  );

  expect(await look()).toEqual([]);
  expect(await look()).toEqual(['t/a/1']);
});

test('a case whose run is seen a look later was only about to begin', async () => {
  let running: string[] = [];
  const { look } = world(
    () => ['t/a/1'],
    () => running,
  );
  await look();
  running = ['t/a/1'];

  expect(await look()).toEqual([]);
});

test('while there are as many runs as open cases nothing is listed', async () => {
  const { look, listings } = world(
    () => ['t/a/1'],
    () => ['t/a/1'],
  );
  await look();
  await look();

  expect(listings()).toBe(0);
});

test('between looks it asks nobody', async () => {
  const { look, ask, listings } = world(
    () => ['t/a/1'],
    () => [],
  );
  await look();
  await look();

  expect(await ask()).toEqual(['t/a/1']);
  expect(listings()).toBe(2);
});
