import { openHoldsOn } from './base/hold-rule.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import { ruleAnswer } from './rule-answer.js';
import { rulesBearing } from './rules-bearing.js';

/** What the packs that hold where the loan or the person is say of a contact. */
export const packAnswers = (ask: GateAsk): RuleAnswer[] => {
  const held = openHoldsOn(ask);
  const answers: RuleAnswer[] = [];
  for (const rule of rulesBearing(ask)) {
    const found = rule.find(ask, held);
    if (found) answers.push(ruleAnswer(rule, found));
  }
  return answers;
};
