import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { lead } from './lead.js';
import type { LeaseStore } from './lease-store.js';

const leaseMs = 200;
const stop = new AbortController();
const processes: Promise<void>[] = [];
afterEach(async () => {
  stops.splice(0).forEach((each) => each.abort());
  await Promise.all(processes.splice(0));
});
const stops: AbortController[] = [stop];

/** One lease; `down` makes the store fail for a holder. */
const memoryLease = () => {
  let lease = { holder: '', until: new Date(0) };
  const down = new Set<string>();
  const store: LeaseStore = {
    async take(_name, holder, now, until) {
      if (down.has(holder)) throw new Error('the store is away');
      if (lease.holder !== holder && lease.until > now) return false;
      lease = { holder, until };
      return true;
    },
    async release(_name, holder) {
      if (down.has(holder)) throw new Error('the store is away');
      if (lease.holder === holder) lease = { holder, until: new Date(0) };
    },
  };
  return { store, down };
};

const candidate = (
  holder: string,
  store: LeaseStore,
  said: string[],
  work?: (leading: AbortSignal) => Promise<void>,
) => {
  const ending = new AbortController();
  stops.push(ending);
  const untilAborted = (leading: AbortSignal) =>
    new Promise<void>((resolve) => leading.addEventListener('abort', () => resolve(), { once: true }));
  processes.push(
    lead(
      { name: 'relay', holder, store, wall: () => new Date(), leaseMs },
      async (leading) => {
        said.push(`${holder} leads`);
        await (work ?? untilAborted)(leading);
        said.push(`${holder} ends`);
      },
      ending.signal,
    ),
  );
  return ending;
};

test('of two one leads, and the other takes over when it stops', async () => {
  const { store } = memoryLease();
  const said: string[] = [];
  const first = candidate('a', store, said);
  await pause(20);
  candidate('b', store, said);
  await pause(3 * leaseMs);
  expect(said).toEqual(['a leads']);

  first.abort();
  await pause(leaseMs);

  expect(said).toEqual(['a leads', 'a ends', 'b leads']);
});

test('a leader that cannot renew ends its work before another can lead', async () => {
  const { store, down } = memoryLease();
  const said: string[] = [];
  candidate('a', store, said);
  await pause(20);
  candidate('b', store, said);

  down.add('a');
  await pause(3 * leaseMs);

  expect(said.slice(0, 3)).toEqual(['a leads', 'a ends', 'b leads']);
});

test('work that fails is begun anew', async () => {
  const { store } = memoryLease();
  const said: string[] = [];
  let failures = 0;
  candidate('a', store, said, async (leading) => {
    if (failures++ === 0) throw new Error('no broker');
    await new Promise<void>((resolve) => leading.addEventListener('abort', () => resolve(), { once: true }));
  });

  await pause(2 * leaseMs);

  expect(said).toEqual(['a leads', 'a leads']);
});
