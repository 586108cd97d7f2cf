import { minutesLater } from '@recourse/domain/calendar/local-time';
import { describe, expect, test } from 'vitest';
import type { ActRecord } from '../records/act-record.js';
import { isOfDial } from './is-of-dial.js';

const ten = '2026-03-02T02:00:00.000Z';
const dial = (more: Pick<ActRecord, 'outcome' | 'toldBy'> = {}): ActRecord => ({
  _id: 'test/L1/1/0/permit-P1/1',
  tenant: 'test',
  act: { kind: 'place-call', purpose: 'collect', by: 'desk', personId: 'p1', pointId: 'm1' },
  covers: [],
  status: more.outcome ? 'concluded' : 'accepted',
  begunAt: ten,
  begunWallAt: new Date(ten),
  notAfter: new Date(ten),
  actor: 'agency-1',
  ...more,
});
const busyAt = (minutes: number): NonNullable<ActRecord['outcome']> => ({
  planId: 'x',
  actId: 'x',
  at: minutesLater(ten, minutes),
  result: 'answered',
  code: 'busy',
});
const told = (code: 'busy' | 'promise', minutes: number) => ({ code, at: minutesLater(ten, minutes) });

describe('a contact told with a dial', () => {
  test('is the dial while nothing else was told of it, at its time', () => {
    expect(isOfDial(told('promise', 40), dial())).toBe(true);
    expect(isOfDial(told('promise', -5), dial())).toBe(true);
  });

  test('of another time is another contact', () => {
    expect(isOfDial(told('busy', -6), dial())).toBe(false);
    expect(isOfDial(told('busy', 121), dial())).toBe(false);
  });

  test('of a dial whose outcome was told over HTTP is the same only with that outcome at that time, give or take the clocks', () => {
    const known = dial({ outcome: busyAt(10) });

    expect(isOfDial(told('promise', 10), known)).toBe(false);
    for (const minutes of [5, 10, 15]) expect(isOfDial(told('busy', minutes), known)).toBe(true);
    for (const minutes of [4, 16, 119]) expect(isOfDial(told('busy', minutes), known)).toBe(false);
  });

  test('of a dial that another event has told of is another contact, whatever it says', () => {
    for (const outcome of [busyAt(0), undefined])
      expect(isOfDial(told('busy', 0), dial({ toldBy: '/agency/e1', ...(outcome && { outcome }) }))).toBe(false);
  });

  test('whose outcome nobody told in time may still be told', () => {
    const unknown: ActRecord['outcome'] = { planId: 'x', actId: 'x', at: minutesLater(ten, 2_880), result: 'unknown' };
    expect(isOfDial(told('busy', 0), dial({ outcome: unknown }))).toBe(true);
  });
});
