import { addDays } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/instant.js';
import { localDay, startOfDay } from '../../calendar/local-time.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import { packVersion, type GateAsk, type GateRule, type GateRuleName, type RuleAnswer } from '../gate-ask.js';
import type { LedgerEntry } from '../ledger-entry.js';
import { isCapped, isSpoken } from '../purpose-scope.js';

/** Instants are text that sorts; so a day is a range of text and no entry needs its local day worked out. */
const takenOn = (
  entries: readonly LedgerEntry[],
  day: Day,
  zone: ZoneSlice,
  counts: (entry: LedgerEntry) => boolean,
): number => {
  const from = startOfDay(day, zone);
  const to = startOfDay(addDays(day, 1), zone);
  return entries.filter((entry) => entry.at >= from && entry.at < to && isCapped(entry.purpose) && counts(entry))
    .length;
};

type Cap = {
  rule: GateRuleName;
  entries: readonly LedgerEntry[];
  knownFrom: Instant | undefined;
  limit: number;
  citation: string;
  counts: (entry: LedgerEntry) => boolean;
};

/** A full day defers to the start of the person's next; the hours rule moves that on to its opening. */
const dailyCap = (
  { attempt, person: { zone }, law }: GateAsk,
  { rule, entries, knownFrom, limit, citation, counts }: Cap,
): RuleAnswer => {
  const named = { rule, version: packVersion(law), citation };
  if (!isCapped(attempt.purpose)) return { ...named, inputs: { purpose: attempt.purpose }, verdict: 'allow' };
  if (!zone) return { ...named, inputs: {}, verdict: 'refuse', reason: 'unknown-zone' };
  const day = localDay(attempt.at, zone);
  // Unknown history counts as used (requirements A8).
  if (knownFrom !== undefined && startOfDay(day, zone) < knownFrom)
    return { ...named, inputs: { day, knownFrom, limit }, verdict: 'defer', until: startOfDay(addDays(day, 1), zone) };
  const taken = takenOn(entries, day, zone, counts);
  const inputs = { day, taken, limit };
  return taken < limit
    ? { ...named, inputs, verdict: 'allow' }
    : { ...named, inputs, verdict: 'defer', until: startOfDay(addDays(day, 1), zone) };
};

/** Attempts on one person in one of the person's calendar days, by whatever channel. */
export const personAttemptsRule: GateRule = (ask) => {
  const { attempts, citation } = ask.law.perPersonPerDay;
  return dailyCap(ask, {
    rule: 'person-attempts',
    entries: ask.ledger.person,
    knownFrom: ask.ledger.personKnownFrom,
    limit: attempts,
    citation,
    counts: () => true,
  });
};

/** Conversations (CN-FREQ-1 counts interactive voice): a message can become none; a spoken attempt counts as one until its outcome is known. */
export const personConversationsRule: GateRule = (ask) => {
  const { conversations, citation } = ask.law.perPersonPerDay;
  if (!isSpoken(ask.attempt.channel)) {
    return {
      rule: 'person-conversations',
      inputs: { channel: ask.attempt.channel },
      version: packVersion(ask.law),
      citation,
      verdict: 'allow',
    };
  }
  return dailyCap(ask, {
    rule: 'person-conversations',
    entries: ask.ledger.person,
    knownFrom: ask.ledger.personKnownFrom,
    limit: conversations,
    citation,
    counts: ({ channel, open, conversation }) => isSpoken(channel) && (open || conversation),
  });
};

/** Attempts on one number or address in one calendar day, whoever was meant to be reached by it. */
export const pointAttemptsRule: GateRule = (ask) => {
  const { attempts, citation } = ask.law.perPointPerDay;
  return dailyCap(ask, {
    rule: 'point-attempts',
    entries: ask.ledger.point,
    knownFrom: ask.ledger.pointKnownFrom,
    limit: attempts,
    citation,
    counts: () => true,
  });
};
