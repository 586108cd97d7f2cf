import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { addDays, daysBetween } from '../../calendar/day-arithmetic.js';
import { legalClock, type ClockEvent } from './legal-clock.js';

const rule = (fields: Record<string, unknown> = {}) =>
  lawRule('legal-clock', {
    clock: 'limitation',
    length: { count: 3, unit: 'years' },
    startsOn: 'last-instalment-due',
    suspendsOn: ['force-majeure'],
    suspendsInLastMonths: 6,
    restartsOn: [{ event: 'demand', proof: ['receipt', 'delivery'] }, { event: 'debtor-agreed' }],
    afterExpiry: ['bars-suit', 'bars-threat-of-suit'],
    ...fields,
  });
const startedOn = '2023-03-10';
const on = (today: string, events: ClockEvent[] = [], how = rule()) => legalClock(how, { startedOn, today, events });
const hindered = (from: string, until?: string): ClockEvent => ({
  event: 'force-majeure',
  on: from,
  ...(until && { until }),
});

describe('limitation in China', () => {
  it('is three years, the day it began not counted (民法典 arts. 188, 201)', () => {
    expect(on('2026-03-10')).toMatchObject({ state: 'running', expiresOn: '2026-03-10', barred: [] });
    expect(on('2026-03-11')).toMatchObject({ state: 'expired', barred: ['bars-suit', 'bars-threat-of-suit'] });
  });

  it('begins anew on a demand that is proved, and on the debtor’s word (art. 195; 法释 诉讼时效 art. 8)', () => {
    const demand = (proof?: string[]): ClockEvent => ({ event: 'demand', on: '2026-03-10', ...(proof && { proof }) });
    expect(on('2026-03-11', [demand(['delivery'])])).toMatchObject({ state: 'running', expiresOn: '2029-03-10' });
    expect(on('2026-03-11', [demand(['phone-log'])])).toMatchObject({ state: 'expired' });
    expect(on('2026-03-11', [demand()])).toMatchObject({ state: 'expired' });
    expect(on('2026-03-11', [{ event: 'debtor-agreed', on: '2026-01-05' }])).toMatchObject({ expiresOn: '2029-01-05' });
  });

  it('does not begin anew once it is over, however often one demands (art. 192)', () => {
    const late: ClockEvent = { event: 'demand', on: '2026-03-11', proof: ['receipt'] };
    expect(on('2026-04-01', [late])).toMatchObject({ state: 'expired', expiresOn: '2026-03-10' });
  });

  it('is suspended only by what hinders in the last six months, and then ends six months after it is gone (art. 194)', () => {
    expect(on('2026-03-11', [hindered('2024-01-01', '2025-09-11')])).toMatchObject({ state: 'expired' });
    expect(on('2026-03-11', [hindered('2024-01-01', '2025-09-12')])).toMatchObject({ expiresOn: '2026-03-12' });
    expect(on('2026-03-11', [hindered('2026-03-01', '2026-03-05')])).toMatchObject({ expiresOn: '2026-09-05' });
    expect(on('2026-03-12', [hindered('2026-03-11', '2026-03-12')])).toMatchObject({ state: 'expired' });
  });

  it('has no end while it is suspended, and runs on while a hindrance is early', () => {
    expect(on('2026-03-11', [hindered('2026-03-01')])).toMatchObject({ state: 'suspended', barred: [] });
    expect(on('2026-03-11', [hindered('2026-03-01')])).not.toHaveProperty('expiresOn');
    expect(on('2024-03-01', [hindered('2024-02-01')])).toMatchObject({ state: 'running', expiresOn: '2026-03-10' });
  });

  it('is not moved by what has yet to happen', () => {
    const later: ClockEvent[] = [{ event: 'debtor-agreed', on: '2026-03-09' }, hindered('2026-03-09', '2026-03-10')];
    expect(on('2026-03-08', later)).toMatchObject({ expiresOn: '2026-03-10' });
  });
});

describe('other clocks', () => {
  it('the guarantee of six months is never suspended or interrupted (民法典 art. 692)', () => {
    const guarantee = rule({
      clock: 'guarantee',
      length: { count: 6, unit: 'months' },
      suspendsOn: [],
      suspendsInLastMonths: undefined,
      restartsOn: [],
      afterExpiry: ['ends-liability'],
    });
    const events = [hindered('2023-08-01', '2023-10-01'), { event: 'demand', on: '2023-08-01', proof: ['receipt'] }];
    expect(on('2023-09-11', events, guarantee)).toMatchObject({ state: 'expired', barred: ['ends-liability'] });
  });

  const moratorium = rule({
    length: { count: 6, unit: 'years' },
    suspendsOn: ['breathing-space'],
    suspendsInLastMonths: undefined,
  });
  const space = (from: string, until?: string): ClockEvent => ({
    event: 'breathing-space',
    on: from,
    ...(until && { until }),
  });

  it('a moratorium extends the time by its days, whenever it was (SI 2020/1311 regs 8, 9), overlaps once', () => {
    const sixty = space('2024-01-01', '2024-03-01');
    expect(on('2029-03-11', [sixty], moratorium)).toMatchObject({ state: 'running', expiresOn: '2029-05-09' });
    expect(on('2029-03-11', [sixty, space('2024-02-01', '2024-03-01')], moratorium)).toMatchObject({
      expiresOn: '2029-05-09',
    });
    expect(on('2029-03-11', [space('2023-01-01', '2023-04-01')], moratorium)).toMatchObject({
      expiresOn: '2029-03-31',
    });
    expect(on('2024-02-01', [space('2024-01-01')], moratorium)).toMatchObject({ state: 'suspended' });
    expect(on('2030-01-01', [space('2029-03-11', '2029-05-10')], moratorium)).toMatchObject({
      expiresOn: '2029-03-10',
    });
  });

  it('bar everything while nobody knows when they began, and delete nothing', () => {
    const both = rule({ afterExpiry: ['bars-suit', 'deletes-record'] });
    expect(legalClock(both, { today: '2026-03-10', events: [] })).toMatchObject({
      state: 'unknown',
      barred: ['bars-suit'],
    });
  });

  it('of months end on the last day of a month that is too short (民法典 art. 202)', () => {
    const half = rule({ length: { count: 6, unit: 'months' }, suspendsOn: [], suspendsInLastMonths: undefined });
    const ends = (start: string) => legalClock(half, { startedOn: start, today: start, events: [] }).expiresOn;
    expect(ends('2023-08-31')).toBe('2024-02-29');
    expect(ends('2025-08-31')).toBe('2026-02-28');
    expect(ends('2025-12-31')).toBe('2026-06-30');
  });

  it('gain by suspensions exactly the days they cover, never fewer days than none', () => {
    const span = fc.record({ from: fc.integer({ min: 1, max: 1_500 }), days: fc.integer({ min: 1, max: 90 }) });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const events = spans.map(({ from, days }) => space(addDays(startedOn, from), addDays(startedOn, from + days)));
        const covered = new Set(
          spans.flatMap(({ from, days }) => Array.from({ length: days }, (_, nth) => from + nth)),
        );
        const { expiresOn = '' } = on('2040-01-01', events, moratorium);
        expect(daysBetween('2029-03-10', expiresOn)).toBe(covered.size);
      }),
    );
  });
});
