import type { Day } from '@recourse/domain/calendar/day';
import type { PointKind } from '@recourse/domain/contact/channel';
import type { PlaceType } from '@recourse/domain/contact/ledger-entry';
import type { LocateSource } from '@recourse/domain/contact/locate-sources';
import type { Relation } from '@recourse/domain/contact/relation';
import type { ToldStanding } from '@recourse/domain/contact/standing-of-person';

/** One person of a persons file or of the directory. Personal data: never logged, never on Kafka. */
export type PersonRow = {
  personId: string;
  /** IANA zone the person lives in; absent when nobody knows: then nobody may contact. */
  zone?: string | undefined;
  /** IANA zone of the address; where it differs from `zone`, contact must be lawful in both. */
  addressZone?: string | undefined;
  language: string;
  /** `recordedOn`: when the source had it; `verifiedOn`: when somebody was last reached or seen there. */
  points: {
    pointId: string;
    kind: PointKind;
    value: string;
    verifiedOn?: Day | undefined;
    recordedOn?: Day | undefined;
    source: string;
    placeType?: PlaceType | undefined;
    /** Found when the debtor was looked for, and where. */
    foundBy?: LocateSource | undefined;
  }[];
  /** What the person is to debtors, each on paper. */
  relations?: Relation[] | undefined;
} & { [Field in keyof ToldStanding]?: ToldStanding[Field] | undefined };

export interface PersonStore {
  /**
   * In one transaction: the person with sealed contact points, holds that came before the person did, and news to every open case
   * of the person's loans. Points not in the row stay. `same`: nothing was new. Returns the cases to ring.
   */
  load(tenant: string, row: PersonRow): Promise<{ loaded: 'new' | 'changed' | 'same'; ring: string[] }>;
}
