import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sharedFor } from './shared-for.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Counts its readings; each answers with its number. */
const counted = (ms: number) => {
  let readings = 0;
  return sharedFor(ms, async () => (readings += 1));
};

it('who asks while a reading is fresh gets that reading, who asks later a new one', async () => {
  const read = counted(100);
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  vi.advanceTimersByTime(99);
  expect(await read()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await read()).toBe(2);
});

it('counts the age from when a reading began, not from when it ended', async () => {
  let answer: (value: string) => void = () => undefined;
  const read = sharedFor(100, () => new Promise<string>((resolve) => (answer = resolve)));
  const slow = read();
  vi.advanceTimersByTime(100);
  answer('old');
  const next = read();
  answer('new');
  expect(await Promise.all([slow, next])).toEqual(['old', 'new']);
});

it('does not keep a failure', async () => {
  let fails = true;
  const read = sharedFor(100, async () => {
    if (fails) throw new Error('away');
    return 'here';
  });
  await expect(read()).rejects.toThrow('away');
  fails = false;
  expect(await read()).toBe('here');
});
