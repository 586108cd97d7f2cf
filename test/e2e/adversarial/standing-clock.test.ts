import { expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { standingClock } from './standing-clock.js';

test('the clock is moved only between dials, and who dials meanwhile waits for it', async () => {
  const clock = standingClock();
  const seen: string[] = [];
  const dial = (name: string, ms: number) =>
    clock.during(async () => {
      seen.push(`${name} begins`);
      await pause(ms);
      seen.push(`${name} ends`);
    });
  const first = dial('first', 30);
  const moved = clock.moving(async () => {
    seen.push('moving');
    await pause(20);
    seen.push('moved');
  });
  const second = dial('second', 1);
  await Promise.all([first, moved, second]);
  expect(seen).toEqual(['first begins', 'first ends', 'moving', 'moved', 'second begins', 'second ends']);
});

test('a dial that fails lets the clock move on, and a move that fails lets people dial', async () => {
  const clock = standingClock();
  await expect(clock.during(() => Promise.reject(new Error('line dead')))).rejects.toThrow('line dead');
  await expect(clock.moving(() => Promise.reject(new Error('not ahead')))).rejects.toThrow('not ahead');
  await expect(clock.during(() => Promise.resolve('talked'))).resolves.toBe('talked');
});
