import type { ByLaw } from '../by-law.js';
import type { LateChargeTerms } from './late-charge-terms.js';

/** What a contract charges for lateness under the caps agreed and those of the law. */
export const lateChargeByLaw = (agreed: LateChargeTerms, byLaw: ByLaw | undefined): LateChargeTerms =>
  byLaw?.caps === undefined ? agreed : { ...agreed, caps: [...agreed.caps, ...byLaw.caps] };
