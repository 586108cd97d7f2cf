import { expect, test } from 'vitest';
import { candidateZones } from './candidate-zones.js';

const east = 'America/New_York';
const west = 'America/Los_Angeles';
const china = 'Asia/Shanghai';

test.each<[string, Parameters<typeof candidateZones>[0], string[]]>([
  ['the zone the person told is the zone', { explicit: china, numbers: [east] }, [china]],
  ['an address alone tells the zone', { address: east, numbers: [] }, [east]],
  ['a zone told and an address that differ both count', { explicit: east, address: west, numbers: [] }, [east, west]],
  ['a zone told and an address that agree are one', { explicit: east, address: east, numbers: [] }, [east]],
  ['a number of elsewhere counts beside an address', { address: east, numbers: [west, east] }, [east, west]],
  ['a number alone tells no zone', { numbers: [east] }, []],
  ['nothing known is no zone', { numbers: [] }, []],
])('%s', (_, evidence, zones) => {
  expect(candidateZones(evidence)).toEqual(zones);
});
