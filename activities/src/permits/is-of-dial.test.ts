import { minutesLater } from '@recourse/domain/calendar/local-time';
import { describe, expect, test } from 'vitest';
import type { ActRecord } from '../records/act-record.js';
import { isOfDial } from './is-of-dial.js';

const ten = '2026-03-02T02:00:00.000Z';
const dial = (outcome?: ActRecord['outcome']): ActRecord => ({
  _id: 'test/L1/1/0/permit-P1/1',
  tenant: 'test',
  act: { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p1', pointId: 'm1' },
  covers: [],
  status: outcome ? 'concluded' : 'accepted',
  begunAt: ten,
  begunWallAt: new Date(ten),
  notAfter: new Date(ten),
  actor: 'agency-1',
  ...(outcome && { outcome }),
});
const busy: ActRecord['outcome'] = { planId: 'x', actId: 'x', at: ten, result: 'answered', code: 'busy' };

describe('a contact told with a dial', () => {
  test('is the dial while nothing else was told of it, at its time', () => {
    expect(isOfDial({ code: 'promise', at: minutesLater(ten, 40) }, dial())).toBe(true);
    expect(isOfDial({ code: 'promise', at: minutesLater(ten, -5) }, dial())).toBe(true);
  });

  test('of another time is another contact', () => {
    expect(isOfDial({ code: 'busy', at: minutesLater(ten, -6) }, dial())).toBe(false);
    expect(isOfDial({ code: 'busy', at: minutesLater(ten, 121) }, dial())).toBe(false);
    expect(isOfDial({ code: 'busy', at: minutesLater(ten, 420) }, dial(busy))).toBe(false);
  });

  test('with another outcome than the dial had is another contact; with the same it is told again', () => {
    expect(isOfDial({ code: 'promise', at: ten }, dial(busy))).toBe(false);
    expect(isOfDial({ code: 'busy', at: ten }, dial(busy))).toBe(true);
  });

  test('whose outcome nobody told in time may still be told', () => {
    expect(isOfDial({ code: 'busy', at: ten }, dial({ planId: 'x', actId: 'x', at: ten, result: 'unknown' }))).toBe(
      true,
    );
  });
});
