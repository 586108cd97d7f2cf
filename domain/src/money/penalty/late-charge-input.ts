import type { Day } from '../../calendar/day.js';
import type { AllocationRules } from '../allocation-order.js';
import type { Position } from '../position.js';
import type { LoanCosts } from './loan-costs.js';
import type { LateChargeTerms } from './late-charge-terms.js';
import type { StopPeriod } from './stop-period.js';

/**
 * All that charges for lateness are reckoned from. `startOn`: the contract's first day, before which nothing can have happened.
 * `costs` is needed for a cap by yearly cost, and must be told then even when nothing was charged. `allocation`: how the contract allocates
 * money; absent, as where it is silent.
 */
export type LateChargeInput = {
  terms: LateChargeTerms;
  startOn: Day;
  position: Position;
  stops?: readonly StopPeriod[];
  costs?: LoanCosts;
  allocation?: AllocationRules;
};
