import type { ArrangementPractice } from '@recourse/domain/arrangements/arrangement-practice';
import type { ContactSettings } from '@recourse/domain/contact/contact-settings';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { Law } from '@recourse/domain/law/law';
import type { Strategy } from '@recourse/domain/strategy/strategy';

/** The rules a turn decides by, all in memory. */
export type Policies = {
  /** Every version, however old: cases stay pinned to the one they opened with. */
  strategiesByHash: ReadonlyMap<string, Strategy>;
  /** The highest version of each name. */
  latestByName: ReadonlyMap<string, { strategy: Strategy; hash: string }>;
  law: Law;
  contacts: ContactSettings;
  /** Absent: nothing is agreed but promises. */
  arrangements?: ArrangementPractice;
  zones: Readonly<Record<string, ZoneSlice>>;
};
