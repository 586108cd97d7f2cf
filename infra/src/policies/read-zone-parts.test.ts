import { expect, test } from 'vitest';
import { readZoneParts } from './read-zone-parts.js';

const countries = { 'America/New_York': 'US', 'US/Eastern': 'US', 'Europe/London': 'GB' };
const places = new Set(['US', 'GB', 'US-OH', 'US-NY', 'GB-SCT']);
const read = (...zones: unknown[]) => readZoneParts({ source: 'a test', zones }, 'f', { countries, places });

test('the parts stand by zone, under each of its names', () => {
  expect(read({ zones: ['America/New_York', 'US/Eastern'], parts: ['US-NY', 'US-OH'] })).toEqual({
    parts: { 'America/New_York': ['US-NY', 'US-OH'], 'US/Eastern': ['US-NY', 'US-OH'] },
  });
});

const eastern = 'America/New_York';
test.each([
  ['a zone we do not know', { zones: ['Moon/Base'], parts: ['US-NY'] }, 'zones', 'Moon/Base is not in countries.json'],
  ['a zone that stands twice', { zones: [eastern, eastern], parts: ['US-NY'] }, 'zones', `${eastern} stands twice`],
  ['a part that is no place', { zones: [eastern], parts: ['US-ZZ'] }, 'parts', 'US-ZZ is not in places.yaml'],
  ['a part that stands twice', { zones: [eastern], parts: ['US-NY', 'US-NY'] }, 'parts', 'US-NY stands twice'],
  [
    'a part of another country',
    { zones: ['Europe/London'], parts: ['US-NY'] },
    'parts',
    'US-NY is no part of GB, where Europe/London lies',
  ],
  ['the country itself', { zones: [eastern], parts: ['US'] }, 'parts', `US is no part of US, where ${eastern} lies`],
])('%s is named', (_, row, field, reason) => {
  expect(read(row)).toEqual({ faults: [{ file: 'f', path: `zones[0].${field}`, reason }] });
});

test('a row without parts is named', () => {
  expect(read({ zones: [eastern], parts: [] })).toMatchObject({ faults: [{ path: 'zones[0].parts' }] });
});
