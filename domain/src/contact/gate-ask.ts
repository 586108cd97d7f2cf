import type { Instant } from '../calendar/instant.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Hold } from '../holds/hold.js';
import type { Minor } from '../money/money.js';
import type { Channel, PointKind, Purpose } from './channel.js';
import type { ContactLaw } from './contact-law.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { RefusalReason } from './refusal.js';

/** One contact about to begin at `at`. `arrears` is what is overdue by every payment accepted so far. */
export type GateAttempt = {
  purpose: Purpose;
  channel: Channel;
  at: Instant;
  personId: string;
  pointId: string;
  arrears: Minor;
};

/** `zone` is absent when nobody knows where the person lives. */
export type GatePerson = {
  zone?: ZoneSlice;
  known: boolean;
  role: 'borrower' | 'co-borrower' | 'guarantor';
  holds: readonly Hold[];
};

export type GatePoint = { kind: PointKind; valid: boolean; holds: readonly Hold[] };

/**
 * Attempts over all loans and senders, at least those of the last two days. `...KnownFrom`: somebody else may have made attempts before
 * that instant of which we were not told; a day that began before it has no contact left.
 */
export type GateLedger = {
  person: readonly LedgerEntry[];
  point: readonly LedgerEntry[];
  personKnownFrom?: Instant;
  pointKnownFrom?: Instant;
};

/** All a rule may look at. */
export type GateAsk = {
  attempt: GateAttempt;
  person: GatePerson;
  point: GatePoint | undefined;
  ledger: GateLedger;
  loanHolds: readonly Hold[];
  law: ContactLaw;
};

/** The rules of the baseline, by the name that traces and deferrals carry. */
export type GateRuleName =
  | 'person-known'
  | 'zone-known'
  | 'point-usable'
  | 'party-eligible'
  | 'something-overdue'
  | 'no-hold'
  | 'contact-hours'
  | 'person-attempts'
  | 'person-conversations'
  | 'point-attempts';

/** What one rule said and on what grounds; opaque ids and numbers only. `version` names the pack, `baseline@1`. */
export type RuleAnswer = {
  rule: GateRuleName;
  inputs: Record<string, string | number | boolean>;
  version: string;
  citation: string;
} & ({ verdict: 'allow' } | { verdict: 'defer'; until: Instant } | { verdict: 'refuse'; reason: RefusalReason });

/** A rule of contact law: pure, total; a deferral names the first instant after `attempt.at` at which this rule alone would allow. */
export type GateRule = (ask: GateAsk) => RuleAnswer;

export const packVersion = ({ pack, version }: ContactLaw): string => `${pack}@${version}`;
