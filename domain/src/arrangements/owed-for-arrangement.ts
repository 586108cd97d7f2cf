import type { AllocationRules } from '../money/allocation-order.js';
import { amountsOn } from '../money/arrears.js';
import { contractOrder, sumOf } from '../money/components.js';
import type { Components } from '../money/money.js';
import { owedInAll } from '../money/owed-in-all.js';
import type { Position } from '../money/position.js';
import type { ArrangementOver } from './arrangement.js';

/** What there is to be arranged now, by component: what is overdue, and all that is owed; what nobody has billed yet stands as principal. */
export const owedForArrangement = (position: Position, rules: AllocationRules): Record<ArrangementOver, Components> => {
  const { byInstalment } = amountsOn(position, 'now', rules);
  const arrears: Components = {};
  for (const component of contractOrder) {
    const open = byInstalment.reduce((sum, { unpaid }) => sum + (unpaid[component] ?? 0), 0);
    if (open > 0) arrears[component] = open;
  }
  const overdue = sumOf(arrears);
  const toCome = owedInAll(position, 'now', { arrears: overdue, how: rules }) - overdue;
  const principal = (arrears.principal ?? 0) + toCome;
  return { arrears, all: { ...arrears, ...(principal > 0 && { principal }) } };
};
