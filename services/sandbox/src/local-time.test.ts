import { expect, test } from 'vitest';
import { addMonths, dayOf, instantOf } from './local-time.js';
import { paceOf } from './pace.js';

test('a time of day in a zone follows its daylight saving', () => {
  expect(instantOf('2026-03-07', '08:00', 'America/New_York')).toBe('2026-03-07T13:00:00.000Z');
  expect(instantOf('2026-03-08', '08:00', 'America/New_York')).toBe('2026-03-08T12:00:00.000Z');
  expect(instantOf('2026-01-01', '00:00', 'Asia/Shanghai')).toBe('2025-12-31T16:00:00.000Z');
});

test('a time the clocks skip is taken an hour later, one that comes twice the first time', () => {
  expect(instantOf('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
});

test('the day of an instant is the zone’s', () => {
  expect(dayOf('2026-01-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-02-01');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
});

test('on a test clock what happens soon happens at the next half hour, never at once', () => {
  const { soon, bookedAfter } = paceOf('test');

  expect(soon('2026-01-01T02:00:00.000Z')).toBe('2026-01-01T02:30:00.000Z');
  expect(soon('2026-01-01T02:00:00.001Z')).toBe('2026-01-01T02:30:00.000Z');
  expect(bookedAfter('2026-01-01T02:30:00.000Z', 0)).toBe('2026-01-01T04:00:00.000Z');
  expect(bookedAfter('2026-01-01T04:00:00.000Z', 0)).toBe('2026-01-02T04:00:00.000Z');
});
