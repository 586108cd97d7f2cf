import { expect, test } from 'vitest';
import { agreedTimeShape, isAgreedTooFar } from './standing-shapes.js';

const agreed = { from: '20:00', to: '24:00', fromDay: '2026-03-02', untilDay: '2026-04-02' };
const faultsOf = (change: Partial<typeof agreed>): string[] =>
  (agreedTimeShape.safeParse({ ...agreed, ...change }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

test('an agreed time is of at most 4 hours of a day, and of 31 days', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ from: '00:00', to: '04:00' })).toEqual([]);
  expect(faultsOf({ from: '19:59' })).toEqual(['to must be at most 4 hours after from']);
  expect(faultsOf({ from: '00:00', to: '04:01' })).toEqual(['to must be at most 4 hours after from']);
  expect(faultsOf({ from: '00:00' })).toEqual(['to must be at most 4 hours after from']);
  expect(faultsOf({ untilDay: '2026-04-03' })).toEqual(['untilDay must be at most 31 days after fromDay']);
});

test.each([
  ['2026-03-02T02:00:00.000Z', '2026-04-02', false],
  ['2026-03-02T02:00:00.000Z', '2026-04-03', true],
  // Where the day begins first it is 3 March from 10:00Z on.
  ['2026-03-02T09:59:59.999Z', '2026-04-03', true],
  ['2026-03-02T10:00:00.000Z', '2026-04-03', false],
])('told at %s, an agreed time until %s is too far ahead: %s', (toldAt, untilDay, isTooFar) => {
  expect(isAgreedTooFar({ untilDay }, toldAt)).toBe(isTooFar);
});
