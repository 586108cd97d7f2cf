import { expect, test } from 'vitest';
import { policies } from '../builders/contact-records.js';

const { law, places } = policies;
const { countries = {}, parts = {} } = law.zones ?? {};

test('of every zone of the United States the states that keep it are known, by each of its names', () => {
  const american = Object.keys(countries).filter((zone) => countries[zone] === 'US');
  expect(american.filter((zone) => parts[zone] === undefined)).toEqual([]);
});

test('every state keeps a zone', () => {
  const kept = new Set(Object.values(parts).flat());
  expect([...places].filter((place) => /^US-[A-Z]{2}$/.test(place) && !kept.has(place))).toEqual([]);
});

test.each([
  ['US-OH', ['America/New_York', 'US/Eastern']],
  ['US-CA', ['America/Los_Angeles', 'US/Pacific']],
  ['US-HI', ['Pacific/Honolulu', 'US/Hawaii']],
  ['US-TN', ['America/New_York', 'US/Eastern', 'America/Chicago', 'US/Central']],
])('%s keeps %j', (part, zones) => {
  expect(Object.keys(parts).filter((zone) => parts[zone]?.includes(part))).toEqual(zones);
});
