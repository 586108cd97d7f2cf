import { baseRules } from './base/base-rules.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import { packAnswers } from './pack-answers.js';
import { ruleAnswer } from './rule-answer.js';

/** In the place of a pack's version: of what holds everywhere, whatever the law. */
export const baseVersion = 'base';

/** What every rule that bears on a contact says of it: what holds everywhere, then the packs of its places. */
export const allAnswers = (ask: GateAsk): RuleAnswer[] => [
  ...baseRules.map(({ rule, citation, find }) => ruleAnswer({ rule, citation, version: baseVersion }, find(ask))),
  ...packAnswers(ask),
];
