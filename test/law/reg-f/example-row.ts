import { instantAt } from '@recourse/domain/calendar/local-time';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Consent } from '@recourse/domain/contact/standing-of-person';
import type { GateVerdict } from '@recourse/domain/contact/contact-gate';
import { entry, type GateCase } from '../../builders/ask-gate.js';
import { shippedZone } from '../drawn/draw-zones.js';

export const eastern = shippedZone('America/New_York');
export const pacific = shippedZone('America/Los_Angeles');
export const mountain = shippedZone('America/Denver');

/** An instant by the clock in New York. Days of 2026 fall on the weekdays the commentary names. */
export const et = (day: string, time = '12:00'): Instant => instantAt(`2026-${day}`, time, eastern);

/** Calls to the consumer about `L1`, at noon of each day, that rang and were not answered, but for `how`. */
export const calls = (days: readonly string[], how: Partial<LedgerEntry> = {}): LedgerEntry[] =>
  days.map((day, nth) => entry(et(day), { actId: `${day}-${nth}`, loans: ['L1'], ...how }));

export const talked = { connected: true, conversation: true, rightParty: true };

export const moreCalls = (at: Instant, how: Partial<Consent> = {}): Consent => ({
  to: 'more-calls',
  channel: 'call',
  basis: 'consent',
  at,
  ...how,
});

/**
 * One judgment of an example. `comment`: of Supplement I to 12 CFR part 1006; `says` in our words. `verdict` is what our rules say; a
 * deferral names the local hour of New York it ends at. `stricter`: the commentary would let it pass and we do not, with the reason.
 */
export type ExampleRow = {
  comment: string;
  says: string;
  at: Instant;
  given?: GateCase;
  verdict: GateVerdict['verdict'];
  until?: Instant;
  stricter?: string;
  /** What the whole pack says where another of its rules says no. */
  shipped?: 'refuse';
};
