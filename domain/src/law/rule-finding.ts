import type { Instant } from '../calendar/instant.js';
import type { RuleInputs } from '../contact/gate-ask.js';

/** What a rule says of an act other than a contact. A refusal names everything that is not met, not only the first. */
export type RuleFinding<Unmet extends string> = { inputs: RuleInputs } & (
  | { verdict: 'allow' }
  | { verdict: 'defer'; until: Instant }
  | { verdict: 'refuse'; unmet: Unmet[] }
);
