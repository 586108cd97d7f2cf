import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { partitionValve } from './partition-valve.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function reading(): { stop: () => () => void; goes: () => boolean } {
  let goes = true;
  return {
    goes: () => goes,
    stop: () => {
      goes = false;
      return () => (goes = true);
    },
  };
}

test('a partition in trouble is read again after its wait, not before', () => {
  const [valve, partition] = [partitionValve(), reading()];
  valve.hold('loans/0', partition.stop, 200);

  vi.advanceTimersByTime(199);
  expect(partition.goes()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(partition.goes()).toBe(true);
});

test('a wait that ends while the valve is shut restarts nothing until it is opened', () => {
  const [valve, partition] = [partitionValve(), reading()];
  valve.shut();
  valve.hold('loans/0', partition.stop, 200);

  vi.advanceTimersByTime(1_000);
  expect(partition.goes()).toBe(false);
  valve.open();
  expect(partition.goes()).toBe(true);
});

test('a dismantled valve restarts nothing', () => {
  const [valve, partition] = [partitionValve(), reading()];
  valve.hold('loans/0', partition.stop, 200);

  valve.dismantle();
  valve.open();
  vi.advanceTimersByTime(1_000);

  expect(partition.goes()).toBe(false);
});
