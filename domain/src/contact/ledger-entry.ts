import type { Instant } from '../calendar/instant.js';
import type { Channel, Purpose } from './channel.js';
import type { Party } from './party.js';

export type PlaceType = 'home' | 'mobile' | 'work' | 'other';

/**
 * One contact as the caps count it, kept on the person and on the point, over all loans, channels, our staff and agencies.
 * `open`: its outcome is not known yet; until then it counts as attempt, connection and conversation. The results come later and count on
 * the day of `at`. What is absent is unknown or not so: an entry of an older release has neither loans nor party.
 */
export type LedgerEntry = {
  actId: string;
  at: Instant;
  channel: Channel;
  purpose: Purpose;
  pointId: string;
  open: boolean;
  connected: boolean;
  conversation: boolean;
  rightParty: boolean;
  /** Loans it spoke of; absent: count it for every loan. */
  loans?: string[];
  party?: Party;
  placeType?: PlaceType;
  /** A message was or could have been left. `false`: the number was not reached at all (busy, not in service); one that rang is not `false`. */
  voicemail?: boolean;
  /** The person came to us; never counts against a cap. */
  inbound?: boolean;
  /** Made under the person's own consent to be contacted then (12 CFR 1006.14(b)(3)(i)). */
  consented?: boolean;
  sender?: 'own' | 'agency';
  /** Of an agency's contact which agency. */
  senderId?: string;
  /** A permit's dial that nobody has made yet: the end of its window, from which on it counts for nothing. Gone once it is made. */
  reservedUntil?: Instant;
};
