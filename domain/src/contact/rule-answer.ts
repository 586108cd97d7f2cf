import type { Finding, RuleAnswer } from './gate-ask.js';

type Named = { rule: string; version: string; citation: string };

/** A finding under the name of its rule. Written out: spreading it takes longer than finding it. */
export const ruleAnswer = ({ rule, version, citation }: Named, found: Finding): RuleAnswer => {
  const { inputs } = found;
  switch (found.verdict) {
    case 'allow':
      return { verdict: 'allow', inputs, rule, version, citation };
    case 'defer':
      return { verdict: 'defer', until: found.until, inputs, rule, version, citation };
    case 'refuse':
      return { verdict: 'refuse', reason: found.reason, inputs, rule, version, citation };
    default:
      return found satisfies never;
  }
};
