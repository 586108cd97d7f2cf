import { expect, test } from 'vitest';
import { nextWorkingHalfHour, nextWorkingMoment } from './working-hours.js';

// Shanghai is eight hours ahead of UTC.
test.each([
  ['2026-01-05T06:00:00.000Z', '2026-01-05T06:30:00.000Z', 'the next half hour'],
  ['2026-01-05T06:10:00.000Z', '2026-01-05T06:30:00.000Z', 'the next half hour'],
  ['2026-01-04T19:00:00.000Z', '2026-01-05T01:00:00.000Z', 'the morning, in the night'],
  ['2026-01-05T00:30:00.000Z', '2026-01-05T01:00:00.000Z', 'opening time, just before it'],
  ['2026-01-05T09:00:00.000Z', '2026-01-05T09:30:00.000Z', 'the last half hour'],
  ['2026-01-05T09:30:00.000Z', '2026-01-06T01:00:00.000Z', 'tomorrow, after the last half hour'],
])('work that comes up at %s is done at %s: %s', (at, slot) => {
  expect(nextWorkingHalfHour(at)).toBe(slot);
});

test('on the real clock it is done at once inside the working day', () => {
  expect(nextWorkingMoment('2026-01-05T06:10:00.000Z')).toBe('2026-01-05T06:10:00.000Z');
  expect(nextWorkingMoment('2026-01-05T12:00:00.000Z')).toBe('2026-01-06T01:00:00.000Z');
});
