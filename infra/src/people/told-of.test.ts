import { expect, test } from 'vitest';
import { toldOf } from './told-of.js';

const row = { personId: 'P1', language: 'zh', points: [] };
const optOuts = [{ channel: 'sms' as const, at: '2026-03-01T00:00:00.000Z' }];

test('what a row says of a person is kept', () => {
  expect(toldOf({ ...row, addressZone: 'Asia/Shanghai', optOuts, places: ['CN'] }, undefined)).toEqual({
    addressZone: 'Asia/Shanghai',
    standing: { places: ['CN'], optOuts },
  });
});

test('what a row leaves out stays as it was told; an empty list takes it back', () => {
  const known = { addressZone: 'Asia/Shanghai', standing: { optOuts, places: ['CN'] } };
  expect(toldOf(row, known)).toEqual(known);
  expect(toldOf({ ...row, optOuts: [] }, known).standing).toEqual({ optOuts: [], places: ['CN'] });
});

test('a row with nothing to say of it leaves nothing', () => {
  expect(toldOf(row, undefined)).toEqual({});
});
