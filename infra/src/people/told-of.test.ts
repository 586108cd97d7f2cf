import type { AgreedTime } from '@recourse/domain/contact/standing-of-person';
import { describe, expect, test } from 'vitest';
import { toldOf, type ToldOfPerson } from './told-of.js';

const row = { personId: 'P1', language: 'zh', points: [] };
const at = '2026-03-02T02:00:00.000Z';
const optOuts = [{ channel: 'sms' as const, at: '2026-03-01T00:00:00.000Z' }];

test('what a row says of a person is kept', () => {
  expect(toldOf({ ...row, addressZone: 'Asia/Shanghai', optOuts, places: ['CN'] }, undefined, at)).toEqual({
    addressZone: 'Asia/Shanghai',
    standing: { places: ['CN'], optOuts },
  });
});

test('what a row leaves out stays as it was told; an empty list takes it back', () => {
  const known = { addressZone: 'Asia/Shanghai', standing: { optOuts, places: ['CN'] } };
  expect(toldOf(row, known, at)).toEqual(known);
  expect(toldOf({ ...row, optOuts: [] }, known, at).standing).toEqual({ optOuts: [], places: ['CN'] });
});

test('a row with nothing to say of it leaves nothing', () => {
  expect(toldOf(row, undefined, at)).toEqual({});
});

describe('a time agreed on', () => {
  const agreed = { from: '22:30', to: '23:00', fromDay: '2026-03-01', untilDay: '2026-03-20' };
  const tell = (known: ToldOfPerson | undefined, on: string, ...agreedTimes: AgreedTime[]) =>
    toldOf({ ...row, agreedTimes }, known, on);
  const later = '2026-03-05T02:00:00.000Z';

  test('is dated by when a row first told it, however often it is told again', () => {
    const first = tell(undefined, at, agreed);
    expect(first.standing?.agreedTimes).toEqual([{ ...agreed, saidAt: at }]);
    expect(tell(first, later, agreed)).toEqual(first);
    expect(toldOf(row, first, later)).toEqual(first);
  });

  test('beside it, or in its place, is dated by its own first row', () => {
    const calls: AgreedTime = { ...agreed, channels: ['call'] };
    const both = tell(tell(undefined, at, agreed), later, calls, agreed);
    expect(both.standing?.agreedTimes).toEqual([
      { ...calls, saidAt: later },
      { ...agreed, saidAt: at },
    ]);
  });

  test('whose last day a row moves keeps its date for the days both name, and what is new of it is dated by that row', () => {
    const longer = { ...agreed, untilDay: '2026-04-10' };
    const first = tell(undefined, at, agreed);
    const lengthened = tell(first, later, longer);
    expect(lengthened.standing?.agreedTimes).toEqual([
      { ...agreed, saidAt: at },
      { ...longer, fromDay: '2026-03-21', saidAt: later },
    ]);
    expect(tell(lengthened, '2026-03-09T02:00:00.000Z', longer)).toEqual(lengthened);
    expect(tell(lengthened, '2026-03-09T02:00:00.000Z', agreed)).toEqual(first);
    const shorter = { ...agreed, untilDay: '2026-03-10' };
    expect(tell(first, later, shorter).standing?.agreedTimes).toEqual([{ ...shorter, saidAt: at }]);
  });

  test.each<[string, Partial<AgreedTime>]>([
    ['from another day', { fromDay: '2026-03-02' }],
    ['of other hours', { to: '22:50' }],
    ['on other channels', { channels: ['call'] }],
    ['for other points', { points: ['m1'] }],
  ])('%s is another one', (_other, change) => {
    const other = { ...agreed, untilDay: '2026-04-10', ...change };
    expect(tell(tell(undefined, at, agreed), later, other).standing?.agreedTimes).toEqual([
      { ...other, saidAt: later },
    ]);
  });

  test('that was told before dates were kept stays without one', () => {
    const known = { standing: { agreedTimes: [agreed] } };
    expect(tell(known, later, agreed)).toEqual(known);
  });
});
