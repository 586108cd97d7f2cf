import type { ByLaw } from '../by-law.js';
import type { LateChargeTerms, PenaltyTerms } from './late-charge-terms.js';

const simple = ({ compound: _left, ...penalty }: PenaltyTerms): PenaltyTerms => penalty;

/** What a contract charges for lateness of what may be charged, under the caps agreed and those of the law. */
export const lateChargeByLaw = (agreed: LateChargeTerms, byLaw: ByLaw | undefined): LateChargeTerms => {
  const { caps = [], uncharged = [] } = byLaw ?? {};
  const { penalty, damages, ...rest } = agreed;
  return {
    ...rest,
    ...(penalty &&
      !uncharged.includes('penalty') && { penalty: uncharged.includes('compound') ? simple(penalty) : penalty }),
    ...(damages && !uncharged.includes('damages') && { damages }),
    caps: [...agreed.caps, ...caps],
  };
};
