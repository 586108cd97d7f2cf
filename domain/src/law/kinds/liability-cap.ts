import type { Minor } from '../../money/money.js';
import type { PartyEligibility } from '../shapes/party-eligibility-shape.js';

/** What is known of how far a party is liable, in minor units of the loan's currency. */
export type LiabilityAsk = { claimed: Minor; estateReceived?: Minor; guaranteedSum?: Minor };

export type LiabilityFinding =
  | { verdict: 'allow'; atMost?: Minor }
  | { verdict: 'refuse'; reason: 'above-limit'; atMost: Minor }
  | { verdict: 'refuse'; reason: 'limit-unknown' };

/** What a party may be asked for at most: an heir the estate received (民法典 art. 1161), a guarantor the sum guaranteed. Unknown: nothing. */
export const liabilityCap = ({ liabilityCap: cap }: PartyEligibility, ask: LiabilityAsk): LiabilityFinding => {
  if (cap === undefined) return { verdict: 'allow' };
  const atMost = cap === 'estate-received' ? ask.estateReceived : ask.guaranteedSum;
  if (atMost === undefined) return { verdict: 'refuse', reason: 'limit-unknown' };
  return ask.claimed <= atMost ? { verdict: 'allow', atMost } : { verdict: 'refuse', reason: 'above-limit', atMost };
};
