import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { Channel } from '@recourse/domain/contact/channel';
import { contactGate, type GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { ContactLaw } from '@recourse/domain/contact/contact-law';
import type { GateAttempt, GateLedger, GatePerson, GatePoint } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Hold, HoldReason } from '@recourse/domain/holds/hold';

export const law: ContactLaw = {
  pack: 'baseline',
  version: 1,
  hours: { from: '08:00', to: '21:00', citation: 'hours' },
  perPersonPerDay: { attempts: 5, conversations: 3, citation: 'person' },
  perPointPerDay: { attempts: 6, citation: 'point' },
  mergeWindowMinutes: 60,
};
export const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[28_401_120, 480]] };
/** 10:00 in Shanghai. */
export const ten = '2026-03-02T02:00:00.000Z';
/** 08:00 of the next day in Shanghai. */
export const nextOpening = '2026-03-03T00:00:00.000Z';

export type GateCase = {
  attempt?: Partial<GateAttempt>;
  person?: Partial<GatePerson>;
  point?: Partial<GatePoint>;
  ledger?: Partial<GateLedger>;
  loanHolds?: Hold[];
};
const kindFor = (channel: Channel): GatePoint['kind'] =>
  channel === 'email'
    ? 'email'
    : channel === 'app'
      ? 'app'
      : channel === 'letter' || channel === 'visit'
        ? 'address'
        : 'mobile';

/** Asks the gate about a text to a borrower at ten in the morning with nothing against it, but for what the case changes. */
export const askGate = ({ attempt, person, point, ledger, loanHolds = [] }: GateCase = {}): GateVerdict => {
  const asked: GateAttempt = {
    purpose: 'collect',
    channel: 'sms',
    at: ten,
    personId: 'p1',
    pointId: 'm1',
    arrears: 100,
    ...attempt,
  };
  return contactGate(
    asked,
    { zone: shanghai, known: true, role: 'borrower', holds: [], ...person },
    { kind: kindFor(asked.channel), valid: true, holds: [], ...point },
    { person: [], point: [], ...ledger },
    loanHolds,
    law,
  );
};

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
