import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Cooldown } from '@recourse/domain/law/shapes/cooldown-shape';
import type { FrequencyCap } from '@recourse/domain/law/shapes/frequency-cap-shape';
import type { PartyEligibility } from '@recourse/domain/law/shapes/party-eligibility-shape';
import { inScope, isConversation, weightOf } from './in-scope.js';
import { isTakenBack } from './permission-says.js';
import type { Severity } from './reference-answer.js';
import { wallDay } from './wall-clock.js';

/** The person's consent to more calls is alive: its days are not over, and no talk since about this loan has used it up (comment 14(b)(3)(i)-2). */
function consentAlive(days: number | undefined, ask: GateAsk, now: number): boolean {
  const { attempt, person, ledger } = ask;
  if (days === undefined || person.zones.length === 0) return false;
  for (const consent of person.standing.consents) {
    if (consent.to !== 'more-calls' || consent.basis !== 'consent' || consent.channel !== attempt.channel) continue;
    if (consent.pointId !== undefined && consent.pointId !== attempt.pointId) continue;
    if (isTakenBack(consent.at, ask, now)) continue;
    const given = Date.parse(consent.at);
    if (given > now || (consent.until !== undefined && Date.parse(consent.until) <= now)) continue;
    if (person.zones.some(({ zone }) => wallDay(zone, now) - wallDay(zone, given) >= days)) continue;
    const talkedSince = [...ledger.person, ...ledger.point].some(
      (entry) =>
        isConversation(entry) &&
        Date.parse(entry.at) > given &&
        Date.parse(entry.at) <= now &&
        (!entry.loans || entry.loans.includes(attempt.loanId)),
    );
    if (!talkedSince) return true;
  }
  return false;
}

function history(scope: readonly string[], { ledger }: GateAsk): [readonly LedgerEntry[], string | undefined] {
  return scope.includes('person') ? [ledger.person, ledger.personKnownFrom] : [ledger.point, ledger.pointKnownFrom];
}

/** Whether a contact is excused from a count before anything is counted. */
function excused(rule: { exclusions: readonly string[]; consentDays?: number | undefined }, ask: GateAsk, now: number) {
  if (rule.exclusions.includes('inbound-reply') && ask.attempt.inboundReply) return true;
  return rule.exclusions.includes('consented') && consentAlive(rule.consentDays, ask, now);
}

/** So many times 24 hours back from this millisecond, and not a millisecond further. */
function rollingSays(rule: FrequencyCap, ask: GateAsk, now: number): Severity {
  const [entries, knownFrom] = history(rule.scope, ask);
  const isRecent = (then: number): boolean => now - then < rule.days * 86_400_000;
  // Somebody may have called in the last moment before all was known, as often as may be.
  if (knownFrom !== undefined && isRecent(Date.parse(knownFrom) - 1)) return 'defer';
  let count = 0;
  for (const entry of entries) {
    const then = Date.parse(entry.at);
    if (!entry.inbound && then <= now && isRecent(then)) count += weightOf(rule, entry, ask);
  }
  return count >= rule.limit ? 'defer' : 'allow';
}

export function capSays(rule: FrequencyCap, ask: GateAsk, now: number): Severity | undefined {
  if (!inScope(rule, { ...ask.attempt, party: ask.person.party, placeType: ask.point?.placeType })) return undefined;
  if (excused(rule, ask, now)) return 'allow';
  if (rule.limit === 0 || ask.person.zones.length === 0) return 'refuse';
  const [entries, knownFrom] = history(rule.scope, ask);
  if (rule.window === 'rolling') return rollingSays(rule, ask, now);
  if (rule.window === 'stricter' && rollingSays(rule, ask, now) === 'defer') return 'defer';
  for (const { zone } of ask.person.zones) {
    const today = wallDay(zone, now);
    const firstDay = today - rule.days + 1;
    // Somebody may have called in the last moment before all was known.
    if (knownFrom !== undefined && wallDay(zone, Date.parse(knownFrom) - 1) >= firstDay) return 'defer';
    let count = 0;
    for (const entry of entries) {
      const day = wallDay(zone, Date.parse(entry.at));
      if (!entry.inbound && day >= firstDay && day <= today) count += weightOf(rule, entry, ask);
    }
    if (count >= rule.limit) return 'defer';
  }
  return 'allow';
}

export function cooldownSays(rule: Cooldown, ask: GateAsk, now: number): Severity | undefined {
  if (!inScope(rule, { ...ask.attempt, party: ask.person.party })) return undefined;
  if (excused(rule, ask, now)) return 'allow';
  if (ask.person.zones.length === 0) return 'refuse';
  const [entries, knownFrom] = history(rule.scope, ask);
  const restDays = rule.dayOneIsTriggerDay ? rule.days : rule.days + 1;
  const rests = (trigger: number): boolean =>
    ask.person.zones.some(({ zone }) => wallDay(zone, now) < wallDay(zone, trigger) + restDays);
  if (knownFrom !== undefined && rests(Date.parse(knownFrom) - 1)) return 'defer';
  for (const entry of entries) {
    // A talk is a talk whoever rang up (comment 14(b)(2)(i)-1.ii); an attempt or a visit is ours alone.
    if (entry.inbound && rule.trigger !== 'conversation') continue;
    if (Date.parse(entry.at) > now) continue;
    if (weightOf({ ...rule, unit: rule.trigger, exclusions: [] }, entry, ask) === 0) continue;
    if (rests(Date.parse(entry.at))) return 'defer';
  }
  return 'allow';
}

export function partySays(rule: PartyEligibility, ask: GateAsk, now: number): Severity | undefined {
  const { attempt, person, ledger } = ask;
  if (!rule.parties.includes(person.party)) return undefined;
  if (!rule.purposes.includes(attempt.purpose)) return 'refuse';
  if (rule.when && !rule.when.some((ground) => person.standing.grounds.includes(ground))) return 'refuse';
  if (rule.blockOnRefusal && person.standing.refusedForEver) return 'refuse';
  if (rule.maxContacts === undefined) return 'allow';
  if (person.zones.length === 0) return 'refuse';
  for (const { zone } of person.zones) {
    // “Once” has no days (12 CFR 1006.10(c)); what we were never told of is feared for 90.
    const firstDay = wallDay(zone, now) - (rule.maxContactsDays ?? 90) + 1;
    const isCounted = (at: string): boolean => !rule.maxContactsDays || wallDay(zone, Date.parse(at)) >= firstDay;
    const { personKnownFrom } = ledger;
    if (personKnownFrom !== undefined && wallDay(zone, Date.parse(personKnownFrom) - 1) >= firstDay) return 'refuse';
    const made = ledger.person.filter((entry) => !entry.inbound && isCounted(entry.at));
    if (made.length >= rule.maxContacts) return 'refuse';
  }
  return 'allow';
}
