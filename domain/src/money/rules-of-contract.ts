import type { LawfulOrder } from '../law/lawful-orders.js';
import { oldestFirst, plainRules, type AllocationRules } from './allocation-order.js';
import { contractOrder } from './components.js';
import { keepsOrder } from './keeps-order.js';

/** Which rules a loan's money is allocated by, and whose they are. `ruleIds`: the rules of law they are, if they are. */
export type RulesOfContract = { rules: AllocationRules; by: 'contract' | 'law' | 'nobody'; ruleIds: readonly string[] };

/**
 * What is agreed holds; but for it, what law orders; and where both are silent, costs, interest, principal, oldest instalment first, nothing
 * in advance. Where the contract does not keep a rule of law that does not give way, the law's orders stand in its place.
 */
export const rulesOfContract = (lawful: readonly LawfulOrder[], agreed?: AllocationRules): RulesOfContract => {
  const strict = lawful.filter(({ yieldsToContract }) => !yieldsToContract);
  const isKept = (agreement: AllocationRules): boolean =>
    strict.every((order, nth) => keepsOrder(agreement, order, strict[nth + 1]?.fromDpd));
  const binding = !agreed ? (strict.length > 0 ? strict : lawful) : isKept(agreed) ? [] : strict;
  const [first] = binding;
  if (!first)
    return agreed
      ? { rules: agreed, by: 'contract', ruleIds: [] }
      : { rules: plainRules(contractOrder), by: 'nobody', ruleIds: [] };
  return {
    rules: {
      // Below the first order of law nothing is ordered: art. 561 is what remains.
      rows: [
        ...(first.fromDpd > 0 ? [{ fromDpd: 0, order: oldestFirst(contractOrder) }] : []),
        ...binding.map(({ fromDpd, components }) => ({ fromDpd, order: oldestFirst(components) })),
      ],
      takenBack: agreed?.takenBack ?? first.components,
    },
    by: 'law',
    ruleIds: binding.map(({ ruleId }) => ruleId),
  };
};
