import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Channel } from './channel.js';
import type { PlaceType } from './ledger-entry.js';

/** Why a channel may be used: the person agreed, the lender handed it over, the person wrote from it, or the number was checked against reassignment. */
export type ChannelBasis = 'consent' | 'creditor-handover' | 'inbound' | 'reassigned-check';

/** A dated ground for a medium; `pointId` absent: every point. `more-calls`: consent to be called beyond a cap (12 CFR 1006.14(b)(3)(i)). */
export type Consent = {
  to: 'medium' | 'more-calls';
  channel: Channel;
  pointId?: string;
  basis: ChannelBasis;
  at: Instant;
  until?: Instant;
};

/** The person asked not to be contacted by a medium; without `channel` by none. */
export type OptOut = { channel?: Channel; pointId?: string; at: Instant };

/**
 * A time the two agreed on, in which the hours of the law give way (CN-TIME-1: 双方另有约定). `[from, to)` local; does not pass midnight.
 * `points`: agreed for these alone; absent: for every point. `saidAt`: when it was first said, or first told of by a directory; `heardAt`:
 * when we first heard of it, where that was later. Neither is asked by a rule, which sees only what has been heard; times of before this
 * was kept have none.
 */
export type AgreedTime = {
  from: string;
  to: string;
  channels?: Channel[];
  fromDay: Day;
  untilDay: Day;
  points?: string[];
  saidAt?: Instant;
  heardAt?: Instant;
};

/** When the person cannot be spoken with, every such weekday; `[from, to)` local. */
export type InconvenientTime = {
  days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  from: string;
  to: string;
};

/** What makes a party one who may be contacted (requirements D2, A9); each rests on evidence kept with the case. */
export type PartyGround =
  | 'debtor-unreachable'
  | 'debtor-died'
  | 'debtor-incapable'
  | 'liable-by-agreement'
  | 'proof-of-authority'
  | 'willing-to-pay'
  | 'provenance-named-by-borrower';

/** What the law of contact asks of a person beside holds and ledger; all of it dated facts. */
export type StandingOfPerson = {
  /** Where the person is, as jurisdictions: `CN`, `US-MA`, `US-NY-NYC`. */
  places: readonly string[];
  consents: readonly Consent[];
  optOuts: readonly OptOut[];
  agreedTimes: readonly AgreedTime[];
  inconvenientTimes: readonly InconvenientTime[];
  inconvenientPlaces: readonly PlaceType[];
  grounds: readonly PartyGround[];
  /** This person asked us never to call again about this debtor; for ever (CN-3P-2). */
  refusedForEver: boolean;
};

/** The part of it that is told of a person; the rest is found out or happened. */
export type ToldStanding = Partial<Omit<StandingOfPerson, 'grounds' | 'refusedForEver'>>;

export const plainStanding: StandingOfPerson = {
  places: [],
  consents: [],
  optOuts: [],
  agreedTimes: [],
  inconvenientTimes: [],
  inconvenientPlaces: [],
  grounds: [],
  refusedForEver: false,
};
