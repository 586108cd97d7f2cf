import { localDay } from '../calendar/local-time.js';
import { placesOf } from './base/places-of-contact.js';
import type { GateAsk } from './gate-ask.js';
import { gatingRules, type GatingRule } from './gating-rules.js';

/** The rules of the packs that hold where the loan or the person is, in force on one of the days it may be there: of two the stricter reading. */
export const rulesBearing = (ask: GateAsk): readonly GatingRule[] => {
  const { actor, product, channel, purpose, at } = ask.attempt;
  const days = ask.person.zones.map((zone) => localDay(at, zone));
  return gatingRules(ask.law, { places: placesOf(ask), actor, product, days, channel, purpose });
};
