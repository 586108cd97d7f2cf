import { describe, expect, it } from 'vitest';
import type { ZoneSlice } from '../../calendar/zone.js';
import type { Hold, HoldStop } from '../../holds/hold.js';
import { stopsOfHolds } from './stops-of-holds.js';

const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[0, 480]] };
const hold = (
  from: string,
  end: { until?: string; endedAt?: string } = {},
  stops: HoldStop[] = ['interest'],
): Hold => ({
  id: 'h',
  reason: 'insolvency',
  scope: { person: 'p' },
  stops,
  from,
  ...end,
});

describe('a hold that stops interest', () => {
  it.each([
    ['from noon to noon', '2026-03-02T04:00:00.000Z', '2026-03-05T04:00:00.000Z'],
    ['from midnight to midnight', '2026-03-01T16:00:00.000Z', '2026-03-04T16:00:00.000Z'],
    ['from the last minute of a day to the last minute of one', '2026-03-02T15:59:00.000Z', '2026-03-05T15:59:00.000Z'],
  ])('%s of the zone frees as many days as it lasts', (_, from, until) => {
    expect(stopsOfHolds([hold(from, { until })], shanghai)).toEqual([
      { from: '2026-03-02', to: '2026-03-05', because: 'insolvency' },
    ]);
  });

  it('without an end frees every day to come, and one that stops something else none', () => {
    const open = hold('2026-03-02T04:00:00.000Z');
    expect(stopsOfHolds([open, hold('2026-03-02T04:00:00.000Z', {}, ['timers'])], shanghai)).toEqual([
      { from: '2026-03-02', because: 'insolvency' },
    ]);
  });

  it.each([
    ['2026-02-20', '2026-02-20'],
    ['2026-03-10', '2026-03-02'],
  ])('of what began on %s and was heard of on 2 March frees from %s on', (interestFrom, from) => {
    expect(stopsOfHolds([{ ...hold('2026-03-02T04:00:00.000Z'), interestFrom }], shanghai)).toEqual([
      { from, because: 'insolvency' },
    ]);
  });

  it('ends where it was ended, when that was before its time', () => {
    const ended = hold('2026-03-02T04:00:00.000Z', {
      until: '2026-04-01T00:00:00.000Z',
      endedAt: '2026-03-03T04:00:00.000Z',
    });
    expect(stopsOfHolds([ended], shanghai)).toEqual([{ from: '2026-03-02', to: '2026-03-03', because: 'insolvency' }]);
  });
});
