import { packVersion, type GateAsk, type GateRule, type GateRuleName, type RuleAnswer } from '../gate-ask.js';
import { pointKindOf } from '../purpose-scope.js';
import type { RefusalReason } from '../refusal.js';

type Found = { rule: GateRuleName; citation: string; inputs: RuleAnswer['inputs']; refuse: RefusalReason | undefined };

const answer = ({ law }: GateAsk, { rule, citation, inputs, refuse }: Found): RuleAnswer => {
  const named = { rule, inputs, version: packVersion(law), citation };
  return refuse === undefined ? { ...named, verdict: 'allow' } : { ...named, verdict: 'refuse', reason: refuse };
};

export const personKnownRule: GateRule = (ask) =>
  answer(ask, {
    rule: 'person-known',
    citation: 'requirements, principles: where a rule is unknown, do not contact',
    inputs: { personId: ask.attempt.personId, known: ask.person.known },
    refuse: ask.person.known ? undefined : 'unknown-person',
  });

/** Hours and days are the person's own; without a zone none can be told. */
export const zoneKnownRule: GateRule = (ask) =>
  answer(ask, {
    rule: 'zone-known',
    citation: 'CN-TIME-1, US-TIME-1: local time at the debtor’s place',
    inputs: { zone: ask.person.zone?.zone ?? 'unknown' },
    refuse: ask.person.zone ? undefined : 'unknown-zone',
  });

export const pointUsableRule: GateRule = (ask) => {
  const { attempt, point } = ask;
  const needed = pointKindOf(attempt.channel);
  const usable = point !== undefined && point.valid && point.kind === needed;
  return answer(ask, {
    rule: 'point-usable',
    citation: 'CN-3P-1, 民法典 art. 1033: only the debtor, at a point that is the debtor’s',
    inputs: { pointId: attempt.pointId, kind: point?.kind ?? 'unknown', needed, valid: point?.valid ?? false },
    refuse: usable ? undefined : point ? 'point-invalid' : 'unknown-point',
  });
};

/** Borrowers only, until the party rules of the full packs come (requirements A9, D2). */
export const partyEligibleRule: GateRule = (ask) =>
  answer(ask, {
    rule: 'party-eligible',
    citation: 'CN-3P-1 GB/T 45251-2025 s.5.3: others liable only within law and agreement',
    inputs: { role: ask.person.role },
    refuse: ask.person.role === 'borrower' ? undefined : 'not-a-borrower',
  });

export const somethingOverdueRule: GateRule = (ask) => {
  const { purpose, arrears } = ask.attempt;
  return answer(ask, {
    rule: 'something-overdue',
    citation: 'CN-OUT-9: no amount that is not owed; requirements D5, payment wins',
    inputs: { purpose, arrears },
    refuse: purpose === 'collect' && arrears <= 0 ? 'nothing-overdue' : undefined,
  });
};
