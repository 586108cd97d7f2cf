import type { Instant } from '../calendar/instant.js';
import { baseRules } from './base/base-rules.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import { ledgerAsRead, reservationEnds } from './ledger-as-read.js';
import type { RefusalReason } from './refusal.js';
import { ruleAnswer } from './rule-answer.js';
import { packAnswers } from './pack-answers.js';

/** `trace` holds the answer of every rule that bears on the contact, whatever the verdict; `rules` those that made it. */
export type GateVerdict =
  | { verdict: 'allow'; trace: RuleAnswer[] }
  | { verdict: 'defer'; until: Instant; rules: string[]; trace: RuleAnswer[] }
  | { verdict: 'refuse'; reason: RefusalReason; rules: string[]; trace: RuleAnswer[] };

const answersTo = (ask: GateAsk): RuleAnswer[] => [
  ...baseRules.map(({ rule, citation, find }) => ruleAnswer({ rule, citation, version: 'base' }, find(ask))),
  ...packAnswers(ask),
];

const deferrals = (answers: readonly RuleAnswer[]) => answers.filter((answer) => answer.verdict === 'defer');

const latest = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a > b ? a : b));

/** Rules in turn push one another on at most so often; what is still deferred then is asked again at that instant anyway. */
const rounds = 60;

/** Each rule names its own first instant; the first one all agree on may be later still. */
const firstAgreed = (ask: GateAsk, from: Instant): Instant => {
  let until = from;
  for (let round = 0; round < rounds; round += 1) {
    const still = deferrals(answersTo({ ...ask, attempt: { ...ask.attempt, at: until } }));
    if (still.length === 0) return until;
    until = latest(still.map((answer) => answer.until));
  }
  return until;
};

/**
 * May this contact begin at `attempt.at`? What holds everywhere is asked, then every rule of every pack that holds where the loan or the
 * person is; the strictest answer wins (refuse, defer, allow), and what is unknown refuses. No rule can turn another's no into a yes.
 * Ask again at the moment of sending: a verdict is worth nothing later.
 */
export const contactGate = (asked: GateAsk): GateVerdict => {
  const answer = answerAt(asked, asked.attempt.at);
  if (answer.verdict !== 'defer') return answer;
  let { until } = answer;
  for (const end of reservationEnds(asked.ledger, asked.attempt.at)) {
    if (end >= until) break;
    const then = answerAt(asked, end);
    const free = then.verdict === 'defer' ? then.until : end;
    if (free < until) until = free;
  }
  return { ...answer, until };
};

/** With the reservations that stand at that instant. */
const answerAt = (asked: GateAsk, at: Instant): GateVerdict => {
  const ledger = ledgerAsRead(asked.ledger, at);
  const ask = { ...asked, attempt: { ...asked.attempt, at }, ledger };
  const trace = answersTo(ask);
  const refusals = trace.filter((answer) => answer.verdict === 'refuse');
  const [refusal] = refusals;
  if (refusal) return { verdict: 'refuse', reason: refusal.reason, rules: refusals.map(({ rule }) => rule), trace };
  const deferred = deferrals(trace);
  if (deferred.length === 0) return { verdict: 'allow', trace };
  const until = firstAgreed(ask, latest(deferred.map((answer) => answer.until)));
  return { verdict: 'defer', until, rules: deferred.map(({ rule }) => rule), trace };
};
