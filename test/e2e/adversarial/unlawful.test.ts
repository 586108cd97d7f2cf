import { describe, expect, test } from 'vitest';
import { law } from '../../builders/ask-gate.js';
import type { Received } from '../look.js';
import type { Member } from './crowd.js';
import type { OnTheLine } from './telephones.js';
import { unlawful } from './unlawful.js';

const ann: Member = { personId: 'P1', pointId: 'P1-m', number: '+861', loans: ['L1', 'L2'] };
const ben: Member = { personId: 'P2', pointId: 'P2-m', number: '+861', loans: ['L3'] };
/** Ten in the morning of 18 March 2026 in Shanghai, `minutes` later. */
const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 18, 2, minutes)).toISOString();
const call = (loan: string, when: string, nth = 1): Received => ({
  id: `t/${loan}/1/1/call/${nth}`,
  channel: 'call',
  to: '+861',
  at: when,
});
const found = (received: Received[], members: Member[] = [ann, ben], lines: OnTheLine[] = []): string[] =>
  unlawful(received, members, { heard: new Map(), byAgency: new Set(), lines }, law);

describe('the second checker over the senders’ own logs', () => {
  test('finds nothing in a call by day', () => {
    expect(found([call('L1', at(0))])).toEqual([]);
  });

  test('finds a call at half past nine at night', () => {
    expect(found([call('L1', '2026-03-18T13:30:00.000Z')])).toEqual([
      expect.stringMatching(/^2026-03-18T13:30:00.000Z call to P1: OWN-TIME-1/),
    ]);
  });

  test('finds a contact with a loan of nobody, and one at the number of somebody else', () => {
    expect(found([call('L9', at(0))])).toEqual([expect.stringContaining('to nobody of these')]);
    expect(found([{ ...call('L1', at(0)), to: '+869' }])).toEqual([expect.stringContaining('another')]);
  });

  test('counts the dials to one telephone of two persons together', () => {
    const dials = Array.from({ length: 8 }, (_, nth) => call(nth % 2 ? 'L3' : 'L1', at(nth * 30), nth));
    expect(found(dials).length).toBeGreaterThan(0);
    expect(found(dials).join()).toContain('CN-FREQ');
  });

  test('finds a call that rang while another to the same person or the same telephone went on, and none that followed', () => {
    const line = (loan: string, to: string, from: number, over: number): OnTheLine => ({
      id: `t/${loan}/1/1/call/1`,
      to,
      from,
      over,
    });
    const dave: Member = { personId: 'P3', pointId: 'P3-m', number: '+863', loans: ['L5'] };
    const onLines = (...lines: OnTheLine[]) => found([], [ann, ben, dave], lines);
    const anns = line('L1', '+861', 0, 30);

    expect(onLines(anns, line('L3', '+861', 29, 59))).toEqual([expect.stringContaining('t/L3/1/1/call/1 rang while')]);
    expect(onLines(anns, line('L2', '+861', 29, 59))).toHaveLength(1);
    expect(onLines(anns, line('L3', '+861', 30, 60))).toEqual([]);
    expect(onLines(anns, line('L5', '+863', 1, 31))).toEqual([]);
  });

  test.each([
    ['paid', 'something-overdue'],
    ['person-died', 'no-hold'],
    ['person-insolvent', 'no-hold'],
    ['person-opted-out', 'no-opt-out'],
  ] as const)('finds a call after servicing told %s, and none at or before that instant', (because, rule) => {
    const ended: Member = { ...ann, ended: { because, at: at(60) } };
    expect(found([call('L1', at(30)), call('L2', at(60), 2)], [ended])).toEqual([]);
    expect(found([call('L2', at(61))], [ended])).toEqual([expect.stringContaining(rule)]);
  });
});
