import type { Day } from './day.js';

/**
 * What the zone table we ship knows: clocks of the UTC days from `coversFrom` up to but not including `coversTo`; of each zone the country it
 * lies in, ISO 3166; and of some the parts of that country (`US-OH`) where its clock is kept. Of a zone without `parts` nobody told us where.
 */
export type ZoneTable = {
  coversFrom: Day;
  coversTo: Day;
  countries: Readonly<Record<string, string>>;
  parts: Readonly<Record<string, readonly string[]>>;
};
