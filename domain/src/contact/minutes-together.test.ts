import { expect, test } from 'vitest';
import { minutesTogether } from './minutes-together.js';

const span = (from: string, to: string) => ({ from, to });

test.each([
  [[], 0],
  [[span('20:00', '24:00')], 240],
  [[span('22:00', '23:00'), span('20:00', '21:30')], 150],
  [[span('20:00', '23:00'), span('21:00', '22:00'), span('22:30', '24:00')], 240],
  [[span('08:00', '09:00'), span('09:00', '10:00')], 120],
])('times are counted once, whatever their order and however they overlap: %j', (times, minutes) => {
  expect(minutesTogether(times)).toBe(minutes);
});
