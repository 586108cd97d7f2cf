import { expect, test } from 'vitest';
import { oneCall } from './one-call.js';

const at = (time: string): string => `2026-03-02T${time}:00.000Z`;
const call = (time: string, actId = 'a') => ({ actId, begunAt: at(time) });

test.each<[string, string[], string, string | undefined]>([
  ['no call is under way', [], '02:00', undefined],
  ['one begins at this very instant', ['02:00'], '02:00', '04:00'],
  ['one has gone on for a minute less than the longest', ['02:00'], '03:59', '04:00'],
  ['one has gone on for as long as a call may', ['02:00'], '04:00', undefined],
  ['one was never told of and is long over', ['00:00'], '09:00', undefined],
  ['two go on: until both are over', ['02:30', '02:00'], '03:00', '04:30'],
  ['one is over and another goes on', ['00:00', '02:00'], '03:00', '04:00'],
])('%s', (_what, begun, now, until) => {
  const calls = begun.map((time, nth) => call(time, `a${nth}`));

  const answer = oneCall(calls, at(now), 120);

  expect(answer).toMatchObject(
    until === undefined ? { verdict: 'allow' } : { verdict: 'defer', until: at(until), rule: 'dial-open' },
  );
});
