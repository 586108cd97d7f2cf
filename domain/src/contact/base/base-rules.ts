import { placesWithoutLaw } from '../../law/rules-of.js';
import type { Finding, GateAsk } from '../gate-ask.js';
import { pointKindOf } from '../purpose-scope.js';
import type { RefusalReason } from '../refusal.js';
import { holdRule } from './hold-rule.js';
import { optOutRule } from './opt-out-rule.js';
import { isPlaced, placesTold } from './places-of-contact.js';
import { zoneKnown } from './zone-known.js';

/** What holds everywhere and before any law: nobody is contacted on what we do not know. */
export type BaseRule = { rule: BaseRuleName; citation: string; find: (ask: GateAsk) => Finding };

export type BaseRuleName =
  | 'person-known'
  | 'zone-known'
  | 'jurisdiction-known'
  | 'point-usable'
  | 'party-known'
  | 'something-overdue'
  | 'no-hold'
  | 'no-opt-out';

const unless = (fine: boolean, reason: RefusalReason, inputs: Finding['inputs']): Finding =>
  fine ? { inputs, verdict: 'allow' } : { inputs, verdict: 'refuse', reason };

/** Of several refusals the first names the reason. */
export const baseRules: readonly BaseRule[] = [
  {
    rule: 'person-known',
    citation: 'requirements, principles: where a rule is unknown, do not contact',
    find: ({ attempt, person }) =>
      unless(person.known, 'unknown-person', { personId: attempt.personId, known: person.known }),
  },
  {
    rule: 'zone-known',
    citation: 'CN-TIME-1, US-TIME-1: local time at the debtor’s place',
    find: zoneKnown,
  },
  {
    rule: 'jurisdiction-known',
    citation: 'requirements D3: unknown refuses',
    find: (ask) => {
      const places = placesTold(ask);
      const without = placesWithoutLaw(ask.law, places);
      if (!isPlaced(ask)) without.push('unknown');
      return unless(without.length === 0, 'unknown-jurisdiction', {
        places: places.join(' '),
        without: without.join(' '),
      });
    },
  },
  {
    rule: 'point-usable',
    citation: 'CN-3P-1, 民法典 art. 1033: only the debtor, at a point that is the debtor’s',
    find: ({ attempt, point }) => {
      const needed = pointKindOf(attempt.channel);
      return unless(
        point !== undefined && point.valid && point.kind === needed,
        point ? 'point-invalid' : 'unknown-point',
        {
          pointId: attempt.pointId,
          kind: point?.kind ?? 'unknown',
          needed,
          valid: point?.valid ?? false,
        },
      );
    },
  },
  {
    rule: 'party-known',
    citation: 'CN-3P-4, US-3P-1: nobody unrelated to the loan is contacted',
    find: ({ person }) => unless(person.party !== 'unrelated', 'party-not-eligible', { party: person.party }),
  },
  {
    rule: 'something-overdue',
    citation: 'CN-OUT-9: no amount that is not owed; requirements D5, payment wins',
    find: ({ attempt: { purpose, arrears } }) =>
      unless(purpose !== 'collect' || arrears > 0, 'nothing-overdue', { purpose, arrears }),
  },
  {
    rule: 'no-hold',
    citation: 'requirements C4; regulation survey section 5; CN-FREQ-5 民法典 art. 1033(1); US 12 CFR 1006.14(h)',
    find: holdRule,
  },
  { rule: 'no-opt-out', citation: 'US-MEDIA-1 12 CFR 1006.14(h); CN-FREQ-5 民法典 art. 1033(1)', find: optOutRule },
];
