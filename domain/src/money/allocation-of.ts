import type { Terms } from '../case/terms.js';
import { plainRules, type AllocationRules } from './allocation-order.js';
import { contractOrder } from './components.js';

/** Where nothing else is agreed or ordered (CN-ALLOC-1). */
const whereSilent = plainRules(contractOrder);

/** How a loan's money is allocated: by law where it orders so (ByLaw), else as its contract has it. */
export const allocationOf = (terms: Pick<Terms, 'allocation' | 'byLaw'> | undefined): AllocationRules => {
  if (terms?.byLaw?.allocation) return terms.byLaw.allocation;
  const agreed = terms?.allocation;
  if (agreed === undefined) return whereSilent;
  return 'rows' in agreed ? agreed : plainRules(agreed);
};
