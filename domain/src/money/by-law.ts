import type { AllocationRules } from './allocation-order.js';
import type { LateChargeCap } from './penalty/late-charge-cap.js';

/**
 * What the law of the contract's place makes of its terms, found when a version of them is told. `allocation`: the order that holds, where the
 * contract is silent or may not agree on its own. `caps`: on what lateness costs, beside those agreed. `rules`: whose these are. `against`: the
 * rules that what was agreed does not keep. `uncharged`: by one of them lateness cannot be charged for as agreed, or nobody can say how
 * much: then nobody is told to pay any of it.
 */
export type ByLaw = {
  allocation?: AllocationRules;
  caps?: readonly LateChargeCap[];
  rules: readonly string[];
  against?: readonly string[];
  uncharged?: true;
};
