import { expect, test } from 'vitest';
import { restartAllowance } from './restart-allowance.js';

const minuteMs = 60_000;

test('a service that keeps ending is started again five times, each after a longer pause, and then given up', () => {
  const allowance = restartAllowance();

  const answers = Array.from({ length: 6 }, () => allowance.ended(1_000));

  expect(answers).toEqual([
    { startAfterMs: 200 },
    { startAfterMs: 400 },
    { startAfterMs: 800 },
    { startAfterMs: 1_600 },
    { startAfterMs: 3_200 },
    { givenUpAfter: 6 },
  ]);
});

test('a minute without trouble and the count begins anew, however often it ended before', () => {
  const allowance = restartAllowance();
  for (let ends = 0; ends < 5; ends += 1) allowance.ended(minuteMs - 1);

  expect(allowance.ended(minuteMs)).toEqual({ startAfterMs: 200 });
  expect(allowance.ended(0)).toEqual({ startAfterMs: 400 });
});
