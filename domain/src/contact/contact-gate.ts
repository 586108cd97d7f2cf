import type { Instant } from '../calendar/instant.js';
import { allAnswers } from './all-answers.js';
import { firstAllowed } from './first-allowed.js';
import type { GateAsk, RuleAnswer } from './gate-ask.js';
import { ledgerAsRead, reservationEnds } from './ledger-as-read.js';
import type { RefusalReason } from './refusal.js';

/** `trace` holds the answer of every rule that bears on the contact, whatever the verdict; `rules` those that made it. */
export type GateVerdict =
  | { verdict: 'allow'; trace: RuleAnswer[] }
  | { verdict: 'defer'; until: Instant; rules: string[]; trace: RuleAnswer[] }
  | { verdict: 'refuse'; reason: RefusalReason; rules: string[]; trace: RuleAnswer[] };

/**
 * May this contact begin at `attempt.at`? What holds everywhere is asked, then every rule of every pack that holds where the loan or the
 * person is; the strictest answer wins (refuse, defer, allow), and what is unknown refuses. No rule can turn another's no into a yes. A
 * deferral names the first instant at which none says no; where there is none it is a refusal. Ask again at the moment of sending: a verdict
 * is worth nothing later. `beside`: what else was asked of the contact; its deferrals count as a rule's do.
 */
export const contactGate = (asked: GateAsk, beside: readonly RuleAnswer[] = []): GateVerdict => {
  const { at } = asked.attempt;
  const ask = { ...asked, ledger: ledgerAsRead(asked.ledger, at) };
  const trace = [...allAnswers(ask), ...beside];
  const refusals = trace.filter((answer) => answer.verdict === 'refuse');
  const [refusal] = refusals;
  if (refusal) return { verdict: 'refuse', reason: refusal.reason, rules: refusals.map(({ rule }) => rule), trace };
  const deferred = trace.filter((answer) => answer.verdict === 'defer');
  if (deferred.length === 0) return { verdict: 'allow', trace };
  const rules = deferred.map(({ rule }) => rule);
  const first = firstAllowed(ask, latest(deferred.map(({ until }) => until)), rules);
  const notBefore = latest([at, ...beside.flatMap((answer) => (answer.verdict === 'defer' ? [answer.until] : []))]);
  const until = soonest(asked, 'until' in first ? first.until : undefined, rules, notBefore);
  if (until !== undefined) return { verdict: 'defer', until, rules, trace };
  if ('until' in first) return { verdict: 'refuse', reason: 'never-by-law', rules, trace };
  // The trace is of now, and what is beside puts off only: who refuses then is named too.
  const then = beside.length > 0 ? first.by.filter((rule) => !rules.includes(rule)) : [];
  return { verdict: 'refuse', reason: first.never, rules: [...rules, ...then], trace };
};

const latest = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a > b ? a : b));

/** A reservation counts while it stands; once it is over a contact may be allowed before it was `otherwise`. */
const soonest = (
  asked: GateAsk,
  otherwise: Instant | undefined,
  rules: readonly string[],
  notBefore: Instant,
): Instant | undefined => {
  let until = otherwise;
  for (const end of reservationEnds(asked.ledger, asked.attempt.at)) {
    if (until !== undefined && end >= until) break;
    const from = latest([end, notBefore]);
    const first = firstAllowed({ ...asked, ledger: ledgerAsRead(asked.ledger, from) }, from, rules);
    if ('until' in first && (until === undefined || first.until < until)) until = first.until;
  }
  return until;
};
