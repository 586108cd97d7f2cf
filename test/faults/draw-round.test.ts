import { expect, test } from 'vitest';
import { drawPortfolio } from './draw-portfolio.js';
import { drawRound, roundSeed } from './draw-round.js';
import { nameOf } from './fault.js';

const seeds = Array.from({ length: 300 }, (_, nth) => roundSeed('s', nth + 1));
const drawn = (seed: string): string => {
  const { chance, ...round } = drawRound(seed);
  return JSON.stringify([round, drawPortfolio({ chance, ...round }, 't')]);
};

test('a seed draws the same round and portfolio again, alone or in a run; another seed another', () => {
  expect(drawn('s.7')).toBe(drawn(seeds[6] ?? ''));
  expect(new Set(seeds.map(drawn)).size).toBe(seeds.length);
});

test('in some hundred rounds everything goes wrong that can', () => {
  const names = new Set(seeds.flatMap((seed) => drawRound(seed).faults.map(nameOf)));

  expect([...names].filter((name) => name.startsWith('kill ')).toSorted()).toEqual(
    ['ingest', 'kafka', 'mongo', 'relay', 'temporal', 'worker'].map((who) => `kill ${who}`),
  );
  for (const kind of ['cut', 'silent', 'slow', 'lost-answers'])
    for (const line of ['kafka', 'mongo', 'temporal', 'providers']) expect(names).toContain(`${kind} ${line}`);
  for (const kind of ['reset-workflow', 'terminate-workflow', 'temporal-lost', 'doubled-events', 'rebalance'])
    expect(names).toContain(kind);
});
