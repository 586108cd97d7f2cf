import type { AllocationRules } from './allocation-order.js';
import type { LateChargeCap } from './penalty/late-charge-cap.js';
import type { LateChargeKind } from './penalty/statement-line.js';

/**
 * What the law of the contract's place makes of its terms, found when a version of them is told. `allocation`: the order that holds, where the
 * contract is silent or may not agree on its own. `caps`: on what lateness costs, beside those agreed. `rules`: whose these are. `against`: the
 * rules that what was agreed does not keep. `unknown`: those it cannot be held against, for an LPR or costs that nobody told. `uncharged`: what by one of
 * these nobody is told to pay.
 */
export type ByLaw = {
  allocation?: AllocationRules;
  caps?: LateChargeCap[];
  rules: string[];
  against?: string[];
  unknown?: string[];
  uncharged?: Uncharged[];
};

/** Interest for delaying a judgment is the law's own, and always charged. */
export const unchargedKinds = ['damages', 'penalty', 'compound'] as const satisfies LateChargeKind[];
export type Uncharged = (typeof unchargedKinds)[number];
