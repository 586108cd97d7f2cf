import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { Hold } from '@recourse/domain/holds/hold';
import type { HoldOnEvent } from '@recourse/domain/law/shapes/hold-on-event-shape';
import { underHold } from './under-hold.js';
import type { ReferenceAnswer, Severity } from './reference-answer.js';

/** What each kind of point is good for. */
const channelsOf: Record<string, readonly string[]> = {
  mobile: ['sms', 'call', 'voice-bot', 'dialler'],
  email: ['email'],
  app: ['app'],
  im: ['im'],
  address: ['letter', 'visit'],
};

const telephone = ['call', 'voice-bot', 'dialler'];

/** A visit is a step up: regulation survey section 5, complaint and vulnerability: "hold escalation (visit, outsource, legal)". */
const silences = (stops: readonly string[], { channel }: GateAsk['attempt']): boolean =>
  stops.some((stop) => stop === 'contact' || (stop === 'escalation' && channel === 'visit'));

/** Holds that touch this contact and are in force at that millisecond. */
function holdsNow({ attempt, person, point, loanHolds }: GateAsk, now: number): Hold[] {
  const found: Hold[] = [];
  const add = (hold: Hold) => {
    if (Date.parse(hold.from) > now) return;
    if (hold.until !== undefined && Date.parse(hold.until) <= now) return;
    if (hold.endedAt !== undefined && Date.parse(hold.endedAt) <= now) return;
    found.push(hold);
  };
  for (const hold of [...loanHolds, ...person.holds])
    if (!('point' in hold.scope) || hold.scope.point === attempt.pointId) add(hold);
  for (const hold of point?.holds ?? []) add(hold);
  return found;
}

const isIn = (place: string, jurisdiction: string): boolean => `${place}-`.startsWith(`${jurisdiction}-`);

/**
 * Where the loan and the person are, and where the clocks they may live by are set: the whole country, unless the person is said to be in a part of it
 * where that clock is kept. `nowhere` is a clock of no known country.
 */
export function placesIn({ attempt, person, law }: GateAsk): string[] {
  const told = [attempt.jurisdiction, ...person.standing.places];
  for (const { zone } of law.zones ? person.zones : []) {
    const country = law.zones?.countries[zone] ?? 'nowhere';
    const clockKeepers = country === 'nowhere' ? [] : (law.zones?.parts[zone] ?? []);
    if (!clockKeepers.some((part) => person.standing.places.some((place) => isIn(place, part)))) told.push(country);
  }
  return told;
}

/** Whether the law of a jurisdiction, `*` being everywhere, reaches one of the places; somewhere in a country may be in any part of it. */
export const reaches = (jurisdiction: string, places: readonly string[]): boolean =>
  jurisdiction === '*' || places.some((place) => isIn(place, jurisdiction) || isIn(jurisdiction, place));

/** The table of clocks reaches that millisecond. */
function hasClocksOf(now: number, { law }: GateAsk): boolean {
  if (!law.zones) return true;
  return now >= Date.parse(`${law.zones.coversFrom}T00:00:00Z`) && now < Date.parse(`${law.zones.coversTo}T00:00:00Z`);
}

export function baseSays(ask: GateAsk, now: number): ReferenceAnswer[] {
  const { attempt, person, point, law } = ask;
  const isAnswerOrNotice = attempt.purpose === 'service' || attempt.purpose === 'legally-required';
  const says = (rule: string, fine: boolean): ReferenceAnswer => ({ rule, says: fine ? 'allow' : 'refuse' });
  const lawKnown = placesIn(ask).every(
    (place) =>
      (law.places === undefined || [...law.places].includes(place)) &&
      law.packs.some(({ jurisdiction }) => jurisdiction !== '*' && isIn(place, jurisdiction)),
  );
  const stopped = holdsNow(ask, now).some(
    ({ reason, stops }) => silences(stops, attempt) && !underHold[reason].includes(attempt.purpose),
  );
  // Who says "stop calling" means the telephone, whoever or whatever dials (12 CFR 1006.14(h)(1), comment 3.i).
  const isMedium = (channel: string): boolean =>
    channel === attempt.channel || (telephone.includes(channel) && telephone.includes(attempt.channel));
  const optedOut = person.standing.optOuts.some(
    (out) =>
      Date.parse(out.at) <= now &&
      (out.channel === undefined || isMedium(out.channel)) &&
      (out.pointId === undefined || out.pointId === attempt.pointId),
  );
  return [
    says('person-known', person.known),
    says('zone-known', person.zones.length > 0 && hasClocksOf(now, ask)),
    says('jurisdiction-known', lawKnown),
    says('point-usable', point?.valid === true && channelsOf[point.kind]?.includes(attempt.channel) === true),
    says('party-known', person.party !== 'unrelated'),
    says('something-overdue', attempt.purpose !== 'collect' || attempt.arrears > 0),
    says('no-hold', !stopped),
    says('no-opt-out', !optedOut || attempt.inboundReply === true || isAnswerOrNotice),
  ];
}

/** A law about an event says what may still be said under a hold for it, whoever placed the hold to stop what: a hold may be older than the law. */
export function holdSays(rule: HoldOnEvent, { attempt, ...ask }: GateAsk, now: number): Severity | undefined {
  for (const { reason, stops } of holdsNow({ attempt, ...ask }, now))
    if (reason === rule.event && silences([...stops, ...rule.stops], attempt))
      return rule.allowedWhileHeld.includes(attempt.purpose) ? 'allow' : 'refuse';
  return undefined;
}
