import type { HolidayCalendar } from '../calendar/holiday-calendar.js';
import type { HashedPack } from './rule-pack.js';

/** All law in force: the packs, and the holiday calendars their windows name. Immutable; a contact obeys every pack that holds where it matters. */
export type Law = { packs: readonly HashedPack[]; calendars: Readonly<Record<string, HolidayCalendar>> };
