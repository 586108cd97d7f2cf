import { localDay } from '../calendar/local-time.js';
import { placesOf } from './base/places-of-contact.js';
import { openHoldsOn } from './base/hold-rule.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import { gatingRules } from './gating-rules.js';
import { ruleAnswer } from './rule-answer.js';

/** What the packs that hold where the loan or the person is say of a contact. */
export const packAnswers = (ask: GateAsk): RuleAnswer[] => {
  const { attempt, person, law } = ask;
  // In force on one of the days it may be where the person is: of two the stricter reading.
  const days = person.zones.map((zone) => localDay(attempt.at, zone));
  const held = openHoldsOn(ask);
  const answers: RuleAnswer[] = [];
  const { actor, product, channel, purpose } = attempt;
  const bearing = { places: placesOf(ask), actor, product, days, channel, purpose };
  for (const rule of gatingRules(law, bearing)) {
    const found = rule.find(ask, held);
    if (found) answers.push(ruleAnswer(rule, found));
  }
  return answers;
};
