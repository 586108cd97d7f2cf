import { isSpoken } from '../contact/purpose-scope.js';
import { doubledItems } from '../policy/doubled-items.js';
import type { SchemaFault } from '../policy/schema-faults.js';
import type { Rule } from './rule.js';
import type { RulePack } from './rule-pack.js';

/** A cap on what none of its channels can be: it would never count anything, and so forbid nothing. */
const countsNothing = (rule: Rule): boolean => {
  if (rule.kind !== 'frequency-cap') return false;
  if (rule.unit === 'visit') return !rule.channels.includes('visit');
  return rule.unit === 'conversation' && !rule.channels.some(isSpoken);
};

/** What a pack says wrongly although each field is well formed. */
export const packFaults = ({ rules }: RulePack): SchemaFault[] => [
  ...doubledItems({ rules }),
  ...rules.flatMap((rule, nth): SchemaFault[] => {
    const path = `rules[${nth}]`;
    const { id, effectiveFrom, effectiveTo } = rule;
    const faults: [boolean, string, string][] = [
      [rules.findIndex((other) => other.id === id) < nth, 'id', `${id} is the id of another rule of this pack`],
      [
        effectiveTo !== undefined && effectiveTo <= effectiveFrom,
        'effectiveTo',
        `${id} would end before it begins: must be after effectiveFrom`,
      ],
      [countsNothing(rule), 'unit', `${id} would never count anything: none of its channels can be such a unit`],
    ];
    return faults.flatMap(([wrong, field, reason]) => (wrong ? [{ path: `${path}.${field}`, reason }] : []));
  }),
];
