import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { PointKind } from '@recourse/domain/contact/channel';
import type { LedgerEntry, PlaceType } from '@recourse/domain/contact/ledger-entry';
import type { LocateSource } from '@recourse/domain/contact/locate-sources';
import type { Relation } from '@recourse/domain/contact/relation';
import type { SaidStanding } from '@recourse/domain/contact/said-standing';
import type { ToldStanding } from '@recourse/domain/contact/standing-of-person';
import type { Hold } from '@recourse/domain/holds/hold';

/** AES-256-GCM under the person's own data key; base64 parts. */
export type Sealed = { iv: string; data: string; tag: string };

/** A contact point of a person; the value itself is sealed, `blindIndex` (HMAC) finds equal numbers across persons. */
export type PointOfPerson = {
  pointId: string;
  kind: PointKind;
  blindIndex: string;
  sealed: Sealed;
  verifiedOn?: Day;
  recordedOn?: Day;
  source: string;
  invalidSince?: Day;
  placeType?: PlaceType;
  foundBy?: LocateSource;
  /** Of a number: the zones it may be of by its prefix. */
  zones?: string[];
};

/** A person we may contact. `ledger` keeps the attempts of the last 90 days, newest last, and those with who owes nothing for good. */
export type PersonRecord = {
  /** `tenant/personId`. */
  _id: string;
  tenant: string;
  personId: string;
  zone?: string;
  addressZone?: string;
  /** Zones that other records of the same person speak for. */
  otherZones?: string[];
  standing?: ToldStanding;
  /** What the person has said to us of being contacted; a directory takes none of it back. */
  said?: SaidStanding;
  relations?: Relation[];
  /** When this person, no debtor, asked never to be contacted again; beside the ledger, which is trimmed (CN-3P-2). */
  refusedForEverAt?: Instant;
  language: string;
  /** The person's data key, wrapped by the key provider. */
  wrappedKey: string;
  points: PointOfPerson[];
  ledger: LedgerEntry[];
  holds: Hold[];
  /** Loans this person owes on, kept by ingest. */
  loans: string[];
  /** Contacts before this instant are not all known to us: of a day that began before it the caps count as used. */
  ledgerKnownFrom?: Instant;
  collectingParty?: { kind: 'agency' | 'law-firm'; partnerId: string; placementId: string };
  version: number;
  /** Of a person of whom several records were made one: each, the person's own first. What they tell together stands in the fields above. */
  records?: RecordOfPerson[];
  /** This record is another's now, and has nothing of its own any more; `points`: what its points are called there. */
  merged?: { into: string; points: Record<string, string>; at: Instant; wallAt: Date };
};

/** What was told of a person under one name. `points`: its points, as told, by their names now. `holds`: ids of those it brought along. */
export type RecordOfPerson = {
  personId: string;
  points: Record<string, string>;
  /** `language` is absent from records merged before it was kept. */
  told: Pick<PersonRecord, 'zone' | 'addressZone' | 'standing' | 'relations'> & Partial<Pick<PersonRecord, 'language'>>;
  /** What the person had said under that name by the merge, by the names of points then. For who looks back; nothing is asked by it. */
  said?: SaidStanding;
  holds: string[];
  /** When it became one with the rest, by the tenant's clock and by the wall's; of the person's own record when the first other did. */
  at: Instant;
  wallAt: Date;
};

/** One number or address whoever has it: caps per number live here. `_id` = `tenant/blindIndex`. */
export type PointRecord = {
  _id: string;
  tenant: string;
  blindIndex: string;
  ledger: LedgerEntry[];
  /** As of a person. */
  ledgerKnownFrom?: Instant;
  holds: Hold[];
  version: number;
};
