import { expect, test } from 'vitest';
import { zonesOf } from './zones-of.js';

const numberZones = new Map([
  ['+1', ['America/New_York', 'America/Chicago']],
  ['+1212', ['America/New_York']],
]);
const zones = (person: object, reached?: string): string[] =>
  zonesOf({ personId: 'P', holds: [], ...person }, { on: '2026-03-02', reached, numberZones });
const point = { pointId: 'm', zones: ['Europe/London'] };

test('what was told and the address both count; numbers only where nobody told a zone', () => {
  expect(zones({ zone: 'Asia/Shanghai', addressZone: 'Asia/Tokyo', points: [point] }, '+12125550100')).toEqual([
    'Asia/Shanghai',
    'Asia/Tokyo',
  ]);
  expect(zones({ addressZone: 'Asia/Tokyo', points: [point] }, '+12125550100')).toEqual([
    'Asia/Tokyo',
    'Europe/London',
    'America/New_York',
  ]);
});

test('a number alone proves nothing, and one that was invalid by then adds nothing', () => {
  expect(zones({ points: [point] }, '+12125550100')).toEqual([]);
  expect(zones({ addressZone: 'Asia/Tokyo', points: [{ ...point, invalidSince: '2026-03-01' }] })).toEqual([
    'Asia/Tokyo',
  ]);
  expect(zones({ addressZone: 'Asia/Tokyo', points: [{ ...point, invalidSince: '2026-03-03' }] })).toContain(
    'Europe/London',
  );
});
