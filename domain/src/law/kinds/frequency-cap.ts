import { addDays } from '../../calendar/day-arithmetic.js';
import type { Instant } from '../../calendar/instant.js';
import { localDay, startOfDay } from '../../calendar/local-time.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import type { LedgerEntry } from '../../contact/ledger-entry.js';
import { bearsOn, contactAsked } from '../bears-on.js';
import { consentedNow } from '../consented-now.js';
import { counts, ledgerOf } from '../counted-entries.js';
import { entriesSince } from '../entries-since.js';
import type { FrequencyCap } from '../shapes/frequency-cap-shape.js';

type Reckoned = { taken: number; until: Instant | undefined; known: boolean };

/**
 * The window is the local day of `at` and the `days - 1` before it. Instants are text that sorts, so a span of days is a range of text.
 * A full window opens at the start of the day on which enough of what it counts has fallen out.
 */
const reckon = (
  { days, limit }: FrequencyCap,
  entries: readonly LedgerEntry[],
  knownFrom: Instant | undefined,
  isCounted: (entry: LedgerEntry) => boolean,
  at: Instant,
  zone: ZoneSlice,
): Reckoned => {
  const today = localDay(at, zone);
  const from = startOfDay(addDays(today, 1 - days), zone);
  const to = startOfDay(addDays(today, 1), zone);
  // Unknown history counts as used (requirements A8): until the window no longer reaches into it.
  if (knownFrom !== undefined && from < knownFrom) {
    const firstWhole = startOfDay(localDay(knownFrom, zone), zone) < knownFrom ? 1 : 0;
    const until = startOfDay(addDays(localDay(knownFrom, zone), firstWhole + days - 1), zone);
    return { taken: limit, until, known: false };
  }
  const taken = entriesSince(entries, from).filter((entry) => entry.at < to && isCounted(entry));
  if (taken.length < limit) return { taken: taken.length, until: undefined, known: true };
  // The entry whose going leaves room: of n counted the (n - limit + 1)th oldest.
  const leaving = taken[taken.length - limit]?.at ?? at;
  return { taken: taken.length, until: startOfDay(addDays(localDay(leaving, zone), days), zone), known: true };
};

const msPerDay = 86_400_000;
const shifted = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** The window is the `days` times 24 hours before `at`, wherever that is: what is exactly so old has fallen out. */
const reckonRolling = (
  { days, limit }: FrequencyCap,
  entries: readonly LedgerEntry[],
  knownFrom: Instant | undefined,
  isCounted: (entry: LedgerEntry) => boolean,
  at: Instant,
): Reckoned => {
  const span = days * msPerDay;
  const from = shifted(at, -span);
  const lastUnknown = knownFrom === undefined ? undefined : shifted(knownFrom, -1);
  if (lastUnknown !== undefined && from < lastUnknown)
    return { taken: limit, until: shifted(lastUnknown, span), known: false };
  const taken = entriesSince(entries, from).filter((entry) => from < entry.at && entry.at <= at && isCounted(entry));
  const leaving = taken[taken.length - limit];
  return { taken: taken.length, until: leaving && shifted(leaving.at, span), known: true };
};

/** At most so many in so many of the person's days, in every zone the person may be in. */
export const frequencyCap = (rule: FrequencyCap, ask: GateAsk): Finding | undefined => {
  const { attempt, person } = ask;
  if (!bearsOn(rule, contactAsked(ask))) return undefined;
  const { limit, days, unit, exclusions } = rule;
  if (exclusions.includes('inbound-reply') && attempt.inboundReply)
    return { inputs: { inboundReply: true }, verdict: 'allow' };
  if (exclusions.includes('consented') && consentedNow(rule.consentDays, ask))
    return { inputs: { consented: true }, verdict: 'allow' };
  if (limit === 0) return { inputs: { limit }, verdict: 'refuse', reason: 'never-by-law' };
  if (person.zones.length === 0) return { inputs: {}, verdict: 'refuse', reason: 'unknown-zone' };
  const { entries, knownFrom } = ledgerOf(rule.scope, ask.ledger);
  const isCounted = counts(rule, ask);
  const { window = 'calendar' } = rule;
  const reckoned = [
    ...(window === 'rolling'
      ? []
      : person.zones.map((zone) => reckon(rule, entries, knownFrom, isCounted, attempt.at, zone))),
    ...(window === 'calendar' ? [] : [reckonRolling(rule, entries, knownFrom, isCounted, attempt.at)]),
  ];
  const inputs = {
    unit,
    taken: Math.max(...reckoned.map(({ taken }) => taken)),
    limit,
    days,
    ...(window !== 'calendar' && { window }),
    known: reckoned.every(({ known }) => known),
  };
  const waits = reckoned.flatMap(({ until }) => (until === undefined ? [] : [until])).toSorted();
  const until = waits.at(-1);
  return until === undefined ? { inputs, verdict: 'allow' } : { inputs, verdict: 'defer', until };
};
