import type { Instant } from '../calendar/instant.js';
import type { RuleAnswer, RuleInputs } from './gate-ask.js';
import type { RefusalReason } from './refusal.js';

/** What one rule said, as the journal keeps it: citation only where it did not allow, since pack and version name the rest. */
export type TracedAnswer = {
  rule: string;
  version: string;
  verdict: 'allow' | 'defer' | 'refuse';
  inputs: RuleInputs;
  until?: Instant;
  reason?: RefusalReason;
  citation?: string;
};

/** Every rule that bore on a contact at `at`; opaque ids and numbers only, so that the decision can be explained years later. */
export type GateTrace = { at: Instant; answers: TracedAnswer[] };

export const gateTrace = (at: Instant, trace: readonly RuleAnswer[]): GateTrace => ({
  at,
  answers: trace.map((answer) => {
    const { rule, version, inputs, citation } = answer;
    const said = { rule, version, inputs };
    switch (answer.verdict) {
      case 'allow':
        return { ...said, verdict: 'allow' };
      case 'defer':
        return { ...said, verdict: 'defer', until: answer.until, citation };
      case 'refuse':
        return { ...said, verdict: 'refuse', reason: answer.reason, citation };
      default:
        return answer satisfies never;
    }
  }),
});
