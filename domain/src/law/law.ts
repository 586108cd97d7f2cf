import type { HolidayCalendar } from '../calendar/holiday-calendar.js';
import type { ZoneTable } from '../calendar/zone-table.js';
import type { HashedPack } from './rule-pack.js';

/**
 * All law in force: the packs, and the holiday calendars their windows name. Immutable; a contact obeys every pack that holds where it matters.
 * `places`: every code by which a place may be told; `zones`: how far the zone table reaches and in which countries its zones lie; absent only in tests: then none of them is asked.
 */
export type Law = {
  packs: readonly HashedPack[];
  calendars: Readonly<Record<string, HolidayCalendar>>;
  places?: ReadonlySet<string>;
  zones?: ZoneTable;
};
