import type { LateChargeRate } from './late-charge-terms.js';

/** A yearly rate in billionths: what a contract rate in millionths times thousandths comes to without rounding. */
export const ratePpb = (rate: LateChargeRate, contractRatePpm: number): number =>
  'yearlyPpm' in rate ? rate.yearlyPpm * 1_000 : contractRatePpm * rate.contractPermille;
