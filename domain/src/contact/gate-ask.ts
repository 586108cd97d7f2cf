import type { Instant } from '../calendar/instant.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Hold } from '../holds/hold.js';
import type { Law } from '../law/law.js';
import type { Actor } from '../law/shapes/rule-head.js';
import type { Minor } from '../money/money.js';
import type { Channel, PointKind, Purpose } from './channel.js';
import type { ContactContent, ContactLine } from './contact-content.js';
import type { LedgerEntry, PlaceType } from './ledger-entry.js';
import type { Party } from './party.js';
import type { RefusalReason } from './refusal.js';
import type { StandingOfPerson } from './standing-of-person.js';

/**
 * One contact about one loan, about to begin at `at`. `arrears` is what is overdue by every payment accepted so far. `jurisdiction`: the
 * loan's; `actor`: who contacts, of agencies `senderId` which; `inboundReply`: it answers what the person just sent by the same medium. `line`
 * absent: nobody knows what it goes out by, and then it is neither recorded nor official.
 */
export type GateAttempt = {
  purpose: Purpose;
  channel: Channel;
  at: Instant;
  personId: string;
  pointId: string;
  loanId: string;
  arrears: Minor;
  jurisdiction: string;
  product: string;
  actor: Actor;
  inboundReply?: boolean;
  senderId?: string;
  line?: ContactLine;
};

/** `zones`: every zone the person may be in by the evidence there is; none when nobody knows. `language` absent: nobody knows. */
export type GatePerson = {
  zones: readonly ZoneSlice[];
  known: boolean;
  party: Party;
  holds: readonly Hold[];
  standing: StandingOfPerson;
  language?: string;
};

export type GatePoint = { kind: PointKind; valid: boolean; holds: readonly Hold[]; placeType?: PlaceType };

/**
 * Contacts over all loans and senders of the last 90 days. `...KnownFrom`: somebody else may have made attempts before that instant of
 * which we were not told; a window that began before it has no contact left.
 */
export type GateLedger = {
  person: readonly LedgerEntry[];
  point: readonly LedgerEntry[];
  personKnownFrom?: Instant;
  pointKnownFrom?: Instant;
};

/** All a rule may look at. `content` undefined: nobody knows what will be said. */
export type GateAsk = {
  attempt: GateAttempt;
  content: ContactContent | undefined;
  person: GatePerson;
  point: GatePoint | undefined;
  ledger: GateLedger;
  loanHolds: readonly Hold[];
  law: Law;
};

export type RuleInputs = Record<string, string | number | boolean>;

/** What one rule finds and on what grounds; opaque ids and numbers only. */
export type Finding = { inputs: RuleInputs } & (
  | { verdict: 'allow' }
  | { verdict: 'defer'; until: Instant }
  | { verdict: 'refuse'; reason: RefusalReason }
);

/** A finding with the name of the rule, its pack (`cn@1#0123456789ab`; `base` for what holds everywhere) and its citation. */
export type RuleAnswer = Finding & { rule: string; version: string; citation: string };
