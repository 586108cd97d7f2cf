import type { ContactLaw } from '@recourse/domain/contact/contact-law';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { Strategy } from '@recourse/domain/strategy/strategy';

/** The rules a turn decides by, all in memory. */
export type Policies = {
  /** Every version, however old: cases stay pinned to the one they opened with. */
  strategiesByHash: ReadonlyMap<string, Strategy>;
  /** The highest version of each name. */
  latestByName: ReadonlyMap<string, { strategy: Strategy; hash: string }>;
  law: ContactLaw;
  zones: Readonly<Record<string, ZoneSlice>>;
};
