import { isDeepStrictEqual } from 'node:util';
import { contactGate, type GateVerdict } from '@recourse/domain/contact/contact-gate';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { GateAsk, GateLedger } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Rule } from '@recourse/domain/law/rule';
import { visitProtocol } from '@recourse/domain/law/kinds/visit-protocol';
import type { LawCase } from './drawn/law-case.js';
import { visitSays } from './reference/visit-says.js';
import { severity, type ReferenceAnswer } from './reference/reference-answer.js';
import { referenceAllows, referenceAnswers } from './reference/reference-checker.js';

/** What a case broke, in words; undefined: nothing. */
export type Broken = string | undefined;

export const askedAt = (ask: GateAsk, at: Instant): GateAsk => ({ ...ask, attempt: { ...ask.attempt, at } });
const withLedger = (ask: GateAsk, ledger: GateLedger): GateAsk => ({ ...ask, ledger });
const told = (verdict: GateVerdict): string =>
  verdict.verdict === 'defer' ? `defer until ${verdict.until}` : verdict.verdict;

const gateAnswers = ({ trace }: GateVerdict): ReferenceAnswer[] =>
  trace.map(({ rule, verdict }) => ({ rule, says: verdict }));

/** Rule by rule the gate says what the reference checker says. */
export const agreesWithReference = (ask: GateAsk, verdict: GateVerdict): Broken => {
  const gate = gateAnswers(verdict);
  const reference = referenceAnswers(ask, Date.parse(ask.attempt.at));
  if (isDeepStrictEqual(gate, reference)) return undefined;
  const apart = reference.filter((answer) => !gate.some((other) => isDeepStrictEqual(other, answer)));
  const other = gate.filter((answer) => !reference.some((each) => isDeepStrictEqual(each, answer)));
  return `at ${ask.attempt.at} gate ${JSON.stringify(other)}, reference ${JSON.stringify(apart)}`;
};

/** The visit rule says of a planned visit what the reference says. */
export const visitAgrees = ({ rule, plan }: LawCase['visit']): Broken => {
  const { verdict } = visitProtocol(rule, plan);
  const reference = visitSays(rule, plan);
  return verdict === reference
    ? undefined
    : `of a visit gate ${verdict}, reference ${reference}: ${JSON.stringify({ rule, plan })}`;
};

type Judged = { ask: GateAsk; verdict: GateVerdict };
const judged = (ask: GateAsk): Judged => ({ ask, verdict: contactGate(ask) });

const isLooser = (one: Judged, than: Judged): boolean => {
  if (severity(one.verdict.verdict) < severity(than.verdict.verdict)) return true;
  return one.verdict.verdict === 'defer' && than.verdict.verdict === 'defer' && one.verdict.until < than.verdict.until;
};

/** With one rule more the answer is no milder, and no deferral shorter. */
export const addingForbids = (ask: GateAsk, before: GateVerdict, rule: Rule, packNth: number): Broken => {
  const packs = ask.law.packs.map((pack, nth) =>
    nth === packNth ? { ...pack, rules: [...pack.rules, { ...rule, id: 'ADDED' }] } : pack,
  );
  const after = judged({ ...ask, law: { ...ask.law, packs } });
  return isLooser(after, { ask, verdict: before })
    ? `a rule more turned ${told(before)} into ${told(after.verdict)}`
    : undefined;
};

/** Instants at which something could turn between two others: each local midnight, each quarter hour, a moment beside both. */
const between = (from: Instant, to: Instant, stepMs: number): number[] => {
  const first = Date.parse(from);
  const last = Date.parse(to);
  const found: number[] = [first + 1, last - 1, last - 60_000];
  for (let ms = Math.ceil(first / stepMs) * stepMs; ms < last; ms += stepMs) found.push(ms, ms - 1);
  return found.filter((ms) => ms >= first && ms < last);
};

const daysLooked = 3;

/** A refusal that no rule says now says that none of the instants to come is allowed. */
export const isNever = ({ verdict, trace }: GateVerdict): boolean =>
  verdict === 'refuse' && trace.every((answer) => answer.verdict !== 'refuse');

/**
 * A deferral names a later instant, at which the reference checker allows, and before which it allows nothing. A refusal that no rule says now
 * is one at each instant to come. `stepMs`: how finely that is looked at, over the first and the last days of the deferral.
 */
export const deferralIsExact = (ask: GateAsk, verdict: GateVerdict, stepMs: number): Broken => {
  const { at } = ask.attempt;
  if (verdict.verdict !== 'defer')
    return isNever(verdict) ? earlyIn(ask, at, afterDays(at, 2 * daysLooked), stepMs, 'never') : undefined;
  const { until } = verdict;
  if (until <= at) return `deferred at ${at} until ${until}, which is not later`;
  const then = contactGate(askedAt(ask, until));
  if (then.verdict !== 'allow') return `deferred at ${at} until ${until}, and then ${told(then)}`;
  const apart = agreesWithReference(askedAt(ask, until), then);
  if (apart) return apart;
  if (Date.parse(until) - Date.parse(at) <= 2 * daysLooked * msPerDay) return earlyIn(ask, at, until, stepMs, until);
  return (
    earlyIn(ask, at, afterDays(at, daysLooked), stepMs, until) ??
    earlyIn(ask, afterDays(until, -daysLooked), until, stepMs, until)
  );
};

const msPerDay = 86_400_000;
const afterDays = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * msPerDay).toISOString();

const earlyIn = (ask: GateAsk, from: Instant, to: Instant, stepMs: number, until: string): Broken => {
  const early = between(from, to, stepMs).find((ms) => referenceAllows(ask, ms));
  return early === undefined ? undefined : `deferred until ${until}, but ${new Date(early).toISOString()} is allowed`;
};

/** To learn what an open attempt came to can only loosen: until then it counted as everything. */
export const concludingOnlyLoosens = (
  ask: GateAsk,
  open: LedgerEntry,
  known: Pick<LedgerEntry, 'connected' | 'conversation' | 'voicemail'>,
): Broken => {
  const holding = (entry: LedgerEntry): GateAsk =>
    withLedger(ask, { ...ask.ledger, person: [...ask.ledger.person, entry], point: [...ask.ledger.point, entry] });
  const before = judged(holding({ ...open, open: true }));
  const after = judged(holding({ ...open, ...known, open: false }));
  return isLooser(before, after)
    ? `an attempt concluded turned ${told(before.verdict)} into ${told(after.verdict)}`
    : undefined;
};

/** The order in which contacts came to be written says nothing. */
export const orderIsNothing = (ask: GateAsk, one: GateVerdict, turned: GateLedger): Broken => {
  const other = contactGate(withLedger(ask, turned));
  return isDeepStrictEqual(one, other) ? undefined : `another order turned ${told(one)} into ${told(other)}`;
};

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** Two records of one person as one: every contact of both, known no further back than the worse of them. */
export const mergedLedger = (a: GateLedger, b: GateLedger): GateLedger => {
  const personKnownFrom = later(a.personKnownFrom, b.personKnownFrom);
  const pointKnownFrom = later(a.pointKnownFrom, b.pointKnownFrom);
  return {
    person: [...a.person, ...b.person],
    point: [...a.point, ...b.point],
    ...(personKnownFrom !== undefined && { personKnownFrom }),
    ...(pointKnownFrom !== undefined && { pointKnownFrom }),
  };
};

/** A person once told what a first contact says has been told, whichever of two records knows of it. */
const withoutFirstContacts = (ask: GateAsk): GateAsk => {
  const packs = ask.law.packs.map((pack) => ({
    ...pack,
    rules: pack.rules.filter((rule) => rule.kind !== 'content-gate' || !rule.firstContactOnly),
  }));
  return { ...ask, law: { ...ask.law, packs } };
};

/** Two ledgers together allow no more than either, but for what is said first. */
export const mergingForbids = (asked: GateAsk, other: GateLedger): Broken => {
  const ask = withoutFirstContacts(asked);
  const merged = judged(withLedger(ask, mergedLedger(ask.ledger, other)));
  for (const alone of [judged(ask), judged(withLedger(ask, other))])
    if (isLooser(merged, alone)) return `merging turned ${told(alone.verdict)} into ${told(merged.verdict)}`;
  return undefined;
};
