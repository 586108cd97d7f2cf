import type { Hold } from '../holds/hold.js';
import { stopsOfHolds } from '../money/penalty/stops-of-holds.js';
import type { StopPeriod } from '../money/penalty/stop-period.js';
import type { CollectionCase } from './collection-case.js';
import { holdsOfCase } from './holds-of-case.js';

/** When nothing is charged for lateness, by all that holds the case and what stands on loan or debtors and was not heard of yet. */
export const interestStops = (
  kase: Pick<CollectionCase, 'holds' | 'formerDebtors' | 'zone'>,
  others: readonly Hold[],
): StopPeriod[] => {
  const known = new Set(kase.holds.map(({ id }) => id));
  return stopsOfHolds([...holdsOfCase(kase), ...others.filter(({ id }) => !known.has(id))], kase.zone);
};
