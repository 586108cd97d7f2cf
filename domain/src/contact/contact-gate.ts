import type { Instant } from '../calendar/instant.js';
import type { Hold } from '../holds/hold.js';
import type { ContactLaw } from './contact-law.js';
import type {
  GateAsk,
  GateAttempt,
  GateLedger,
  GatePerson,
  GatePoint,
  GateRule,
  GateRuleName,
  RuleAnswer,
} from './gate-ask.js';
import type { RefusalReason } from './refusal.js';
import { personAttemptsRule, personConversationsRule, pointAttemptsRule } from './rules/cap-rules.js';
import {
  partyEligibleRule,
  personKnownRule,
  pointUsableRule,
  somethingOverdueRule,
  zoneKnownRule,
} from './rules/eligibility-rules.js';
import { holdRule } from './rules/hold-rule.js';
import { hoursRule } from './rules/hours-rule.js';

/** `trace` holds the answer of every rule, whatever the verdict; `rules` those that made it. */
export type GateVerdict =
  | { verdict: 'allow'; trace: RuleAnswer[] }
  | { verdict: 'defer'; until: Instant; rules: GateRuleName[]; trace: RuleAnswer[] }
  | { verdict: 'refuse'; reason: RefusalReason; rules: GateRuleName[]; trace: RuleAnswer[] };

/** The baseline. The rules of the full packs (requirements D2, D3) join this list. Of several refusals the first names the reason. */
const rules: readonly GateRule[] = [
  personKnownRule,
  zoneKnownRule,
  pointUsableRule,
  partyEligibleRule,
  somethingOverdueRule,
  holdRule,
  hoursRule,
  personAttemptsRule,
  personConversationsRule,
  pointAttemptsRule,
];

const deferrals = (answers: readonly RuleAnswer[]) => answers.filter((answer) => answer.verdict === 'defer');

const latest = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a > b ? a : b));

/** Each rule names its own first instant; the first one all agree on may be later still. More than a week of that is a fault in a rule. */
const firstAgreed = (ask: GateAsk, from: Instant): Instant => {
  let until = from;
  for (let round = 0; round < 14; round += 1) {
    const at = until;
    const still = deferrals(rules.map((rule) => rule({ ...ask, attempt: { ...ask.attempt, at } })));
    if (still.length === 0) return until;
    until = latest(still.map((answer) => answer.until));
  }
  return until;
};

/**
 * May this contact begin at `attempt.at`? Every rule is asked; the strictest answer wins (refuse, defer, allow), and what is unknown refuses.
 * Ask again at the moment of sending: a verdict is worth nothing later.
 */
export const contactGate = (
  attempt: GateAttempt,
  person: GatePerson,
  point: GatePoint | undefined,
  ledger: GateLedger,
  loanHolds: readonly Hold[],
  law: ContactLaw,
): GateVerdict => {
  const ask: GateAsk = { attempt, person, point, ledger, loanHolds, law };
  const trace = rules.map((rule) => rule(ask));
  const refusals = trace.filter((answer) => answer.verdict === 'refuse');
  const [refusal] = refusals;
  if (refusal) return { verdict: 'refuse', reason: refusal.reason, rules: refusals.map(({ rule }) => rule), trace };
  const deferred = deferrals(trace);
  if (deferred.length === 0) return { verdict: 'allow', trace };
  const until = firstAgreed(ask, latest(deferred.map((answer) => answer.until)));
  return { verdict: 'defer', until, rules: deferred.map(({ rule }) => rule), trace };
};
