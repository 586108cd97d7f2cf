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
  expect(nextWorkingHalfHour(at, 'day')).toBe(slot);
});

test.each([
  ['2026-01-05T14:00:00.000Z', '2026-01-05T14:30:00.000Z', 'late in the evening, as agreed'],
  ['2026-01-05T19:00:00.000Z', '2026-01-05T19:30:00.000Z', 'the afternoon of New York'],
  ['2026-01-05T21:30:00.000Z', '2026-01-06T01:00:00.000Z', 'the morning, after the night'],
  ['2026-01-05T10:00:00.000Z', '2026-01-05T13:00:00.000Z', 'the evening, after the day'],
])('a call that comes up at %s is made at %s: %s', (at, slot) => {
  expect(nextWorkingHalfHour(at, 'day-and-night')).toBe(slot);
});

test('on the real clock it is done at once inside the working day', () => {
  expect(nextWorkingMoment('2026-01-05T06:10:00.000Z', 'day')).toBe('2026-01-05T06:10:00.000Z');
  expect(nextWorkingMoment('2026-01-05T12:00:00.000Z', 'day')).toBe('2026-01-06T01:00:00.000Z');
});
