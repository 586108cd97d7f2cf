import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import { law } from '../../builders/ask-gate.js';
import { shippedZone } from './draw-zones.js';

const places = ['CN', 'US', 'US-OH', 'US-MA', 'US-NY', 'US-NY-NYC', 'GB'];
/** Where in America somebody says they live, and by which clocks: many of these contradict each other. */
const told = [[], ['US'], ['US-OH'], ['US-MA'], ['US-CA'], ['US-NY-NYC'], ['US-CA', 'US-NY'], ['US-IN', 'GB']];
const clocks = [
  ['America/New_York'],
  ['US/Eastern'],
  ['America/Los_Angeles'],
  ['America/Chicago', 'America/New_York'],
  ['America/Phoenix', 'Europe/London'],
];
const abroad: Record<string, string[]> = { CN: ['Asia/Shanghai'], GB: ['Europe/London'] };

/** The same contact under the law as we ship it, in one of its places, mostly of who lives there; all a pack can want is said, so that every rule is reached. */
export const underShippedLaw = (ask: GateAsk, seed: number): GateAsk => {
  let left = seed;
  const below = (n: number): number => {
    const nth = left % n;
    left = Math.floor(left / n);
    return nth;
  };
  const jurisdiction = places[below(places.length)] ?? 'CN';
  const asked = { ...ask, law, attempt: { ...ask.attempt, jurisdiction } };
  const whose = below(4);
  if (whose === 0) return asked;
  const own = whose === 1 ? undefined : abroad[jurisdiction];
  const zones = (own ?? clocks[below(clocks.length)] ?? []).map(shippedZone);
  const standing = { ...ask.person.standing, places: own ? [] : (told[below(told.length)] ?? []) };
  return { ...asked, person: { ...ask.person, zones, standing } };
};
