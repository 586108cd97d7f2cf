import type { AuditedHold } from './audited-hold.js';
import type { AuditedNumber } from './audited-number.js';
import type { AuditedStanding } from './audited-standing.js';

/** `relations`: what the person is to a debtor. `said`: the part of `standing` the person told us, under whatever name. */
export type AuditedPerson = {
  personId: string;
  zone?: string;
  addressZone?: string;
  points?: AuditedNumber[];
  standing?: AuditedStanding;
  said?: Pick<AuditedStanding, 'consents' | 'agreedTimes' | 'optOuts'>;
  language?: string;
  /** What the person asked to be spoken to in, from when we heard it. */
  saidLanguage?: { language: string; at: string };
  relations?: { to: string; role: string; namedBy?: string }[];
  holds: AuditedHold[];
  /** Zones of other records of the same human. */
  otherZones?: string[];
  /** The records this person is made of, and when the last of them came to it (milliseconds since 1970). */
  records?: {
    personId: string;
    told: Pick<AuditedPerson, 'language' | 'zone' | 'addressZone' | 'standing' | 'relations'>;
    points: Record<string, string>;
    said?: Pick<AuditedStanding, 'consents' | 'agreedTimes'>;
    holds: string[];
    wallAt: number;
  }[];
  /** A name that leads to another record. */
  isMerged?: true;
  /** Of a record as it was before the merge: whose it is now. */
  isNow?: string;
};
