import type { SchemaFault } from '../policy/schema-faults.js';
import type { RulePack } from './rule-pack.js';

/** What a pack says wrongly although each field is well formed. */
export const packFaults = ({ rules }: RulePack): SchemaFault[] =>
  rules.flatMap((rule, nth): SchemaFault[] => {
    const path = `rules[${nth}]`;
    const { effectiveFrom, effectiveTo } = rule;
    return [
      ...(rules.findIndex(({ id }) => id === rule.id) < nth
        ? [{ path: `${path}.id`, reason: `${rule.id} is the id of another rule of this pack` }]
        : []),
      ...(effectiveTo !== undefined && effectiveTo <= effectiveFrom
        ? [
            {
              path: `${path}.effectiveTo`,
              reason: `${rule.id} would end before it begins: must be after effectiveFrom`,
            },
          ]
        : []),
    ];
  });
