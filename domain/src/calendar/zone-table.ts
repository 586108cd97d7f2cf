import type { Day } from './day.js';

/** What the zone table we ship knows: clocks of the UTC days from `coversFrom` up to but not including `coversTo`; of each zone the country it lies in, ISO 3166. */
export type ZoneTable = { coversFrom: Day; coversTo: Day; countries: Readonly<Record<string, string>> };
