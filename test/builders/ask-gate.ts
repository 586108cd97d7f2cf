import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { contactGate, type GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { ContactContent } from '@recourse/domain/contact/contact-content';
import type { GateAsk, GateAttempt, GateLedger, GatePerson, GatePoint } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { pointKindOf } from '@recourse/domain/contact/purpose-scope';
import { plainStanding, type StandingOfPerson } from '@recourse/domain/contact/standing-of-person';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';
import type { Law } from '@recourse/domain/law/law';

/** The law as it is shipped. */
export const { law } = loadPolicies(join(repoRoot, 'policies'));
export const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[28_401_120, 480]] };
/** 10:00 in Shanghai. */
export const ten = '2026-03-02T02:00:00.000Z';
/** 08:00 of the next day in Shanghai. */
export const nextOpening = '2026-03-03T00:00:00.000Z';

export type GateCase = {
  attempt?: Partial<GateAttempt>;
  person?: Partial<Omit<GatePerson, 'standing'>>;
  standing?: Partial<StandingOfPerson>;
  point?: Partial<GatePoint>;
  ledger?: Partial<GateLedger>;
  loanHolds?: Hold[];
  law?: Law;
  /** `null`: nobody knows what will be said. */
  content?: Partial<ContactContent> | null;
};

/** All that anything must say, so that only what a case changes can be wrong. */
const content: ContactContent = {
  says: ['sender-identity', 'debt-collector', 'attempt-to-collect', 'opt-out'],
  firstContact: true,
  languages: ['zh', 'en'],
};

/** A text about a loan in China, to its borrower at ten in the morning with nothing against it, but for what the case changes. */
export const gateAsk = ({
  attempt,
  person,
  standing,
  point,
  ledger,
  loanHolds = [],
  law: other,
  content: said,
}: GateCase = {}): GateAsk => {
  const asked: GateAttempt = {
    purpose: 'collect',
    channel: 'sms',
    at: ten,
    personId: 'p1',
    pointId: 'm1',
    loanId: 'L1',
    arrears: 100,
    jurisdiction: 'CN',
    product: 'cash-loan',
    actor: 'first-party',
    line: { recorded: true, officialAccount: true },
    ...attempt,
  };
  return {
    attempt: asked,
    content: said === null ? undefined : { ...content, ...said },
    person: {
      language: 'zh',
      zones: [shanghai],
      known: true,
      party: 'borrower',
      holds: [],
      ...person,
      standing: { ...plainStanding, ...standing },
    },
    point: { kind: pointKindOf(asked.channel), valid: true, holds: [], ...point },
    ledger: { person: [], point: [], ...ledger },
    loanHolds,
    law: other ?? law,
  };
};

export const askGate = (given: GateCase = {}): GateVerdict => contactGate(gateAsk(given));

/** One concluded call that reached nobody, but for `how`. */
export const entry = (at: string, how: Partial<LedgerEntry> = {}): LedgerEntry => ({
  actId: `act-${at}`,
  at,
  channel: 'call',
  purpose: 'collect',
  pointId: 'm1',
  open: false,
  connected: false,
  conversation: false,
  rightParty: false,
  ...how,
});
/** `n` attempts, a minute apart. */
export const attempts = (n: number, how: Partial<LedgerEntry> = {}, from = '2026-03-02T01:00:00.000Z'): LedgerEntry[] =>
  Array.from({ length: n }, (_, index) => entry(minutesLater(from, index), how));
export const hold = (reason: HoldReason, how: Partial<Hold> = {}): Hold => ({
  id: 'h1',
  reason,
  scope: { person: 'p1' },
  stops: ['contact'],
  from: '2026-03-01T00:00:00.000Z',
  ...how,
});
