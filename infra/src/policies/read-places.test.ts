import { describe, expect, it } from 'vitest';
import { readPlaces } from './read-places.js';

const read = (parts: unknown) => readPlaces({ source: 'a test', parts }, 'places.yaml', new Set(['CN', 'US']));

describe('the places a loan or person may be said to be in', () => {
  it('are the countries, their parts, and parts of those', () => {
    expect(read({ US: ['NY', 'MA'], 'US-NY': ['NYC'] })).toEqual({
      places: new Set(['CN', 'US', 'US-NY', 'US-MA', 'US-NY-NYC']),
    });
  });

  it.each([
    ['a part of what is no place', { US: ['MA'], 'US-NY': ['NYC'] }, 'parts.US-NY', 'US-NY is itself no place'],
    ['a part twice', { US: ['MA', 'NY', 'MA'] }, 'parts.US[2]', 'MA stands there twice'],
    ...['HK', 'MO', 'TW'].map((code): [string, object, string, string] => [
      `${code} among the parts of the mainland`,
      { CN: ['BJ', code] },
      'parts.CN[1]',
      `${code} has law and a code of its own: as CN-${code} it would pass on the law of CN`,
    ]),
    [
      'TW among the parts of a part',
      { CN: ['FJ'], 'CN-FJ': ['TW'] },
      'parts.CN-FJ[0]',
      'TW has law and a code of its own: as CN-FJ-TW it would pass on the law of CN',
    ],
    [
      'a territory among the states',
      { US: ['PR'] },
      'parts.US[0]',
      'PR has law and a code of its own: as US-PR it would pass on the law of US',
    ],
    ['small letters', { US: ['ma'] }, 'parts.US[0]', 'must be the last part of an ISO 3166-2 code, such as MA'],
    ['the whole code', { US: ['US-MA'] }, 'parts.US[0]', 'must be the last part of an ISO 3166-2 code, such as MA'],
  ])('refuses %s', (_, parts, path, reason) => {
    expect(read(parts)).toEqual({ faults: [{ file: 'places.yaml', path, reason }] });
  });
});
