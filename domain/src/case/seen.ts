import type { ArrangementPractice } from '../arrangements/arrangement-practice.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { PointKind } from '../contact/channel.js';
import type { ContactSettings } from '../contact/contact-settings.js';
import type { LedgerEntry } from '../contact/ledger-entry.js';
import type { PersonMerge } from '../contact/person-merge.js';
import type { LocateSource } from '../contact/locate-sources.js';
import type { RelatedParty } from '../contact/relation.js';
import type { Hold } from '../holds/hold.js';
import type { Law } from '../law/law.js';
import type { Position } from '../money/position.js';
import type { Strategy } from '../strategy/strategy.js';
import type { Day } from '../calendar/day.js';
import type { Carry, HandedTo } from './collection-case.js';
import type { Terms } from './terms.js';

/** What a case may know of a person: no names, no numbers. */
export type SeenPerson = {
  personId: string;
  /** Other records of the same person, as they were called before they were made one. */
  merges?: readonly PersonMerge[];
  role: 'borrower' | 'co-borrower' | 'guarantor';
  known: boolean;
  zone?: string;
  /** Every zone the person may be in; absent: `zone` alone. */
  candidateZones?: string[];
  points: SeenPoint[];
  holds: Hold[];
  /** Contacts of the last 90 days. */
  ledger?: LedgerEntry[];
  /** Who collects from the person now, by whichever loan; absent: we do. */
  collectingParty?: Pick<HandedTo, 'kind' | 'partnerId'>;
};

export type SeenPoint = {
  pointId: string;
  kind: PointKind;
  verifiedOn?: Day;
  invalidSince?: Day;
  valid: boolean;
  /** Found when the debtor was looked for, and where. */
  foundBy?: LocateSource;
};

/** Somebody who is `role` of the debtor `to`. `contacts`: made in the last 90 days; `refused`: asked never to be contacted again. */
export type SeenRelated = {
  personId: string;
  merges?: readonly PersonMerge[];
  to: string;
  role: RelatedParty;
  points: SeenPoint[];
  holds: Hold[];
  contacts: number;
  refused: boolean;
};

/** Immutable rules, each named by hash. */
export type Rules = {
  strategy: Strategy;
  strategyHash: string;
  law: Law;
  contacts: ContactSettings;
  /** Absent: nothing is agreed but promises. */
  arrangements?: ArrangementPractice;
  zones: Record<string, ZoneSlice>;
  /** A servicing system or directory is named: a case is verified with it at intake, before any stage. */
  verifiesIntake?: boolean;
};

/** All that `decide` may look at beside the case and its inputs. */
export type Seen = {
  position: Position & { version: number };
  /** The loan's terms as last told. */
  terms: Terms;
  people: SeenPerson[];
  /** Who is related to one of them. */
  related?: SeenRelated[];
  rules: Rules;
  loanHolds: Hold[];
  /** Plans of the case whose act has begun and has no outcome yet. */
  underWay: string[];
  /** Ids of parked events that name the loan. */
  unresolved: string[];
  carry?: Carry;
};
