import type { AuditedStanding } from './audited-standing.js';

type Agreed = NonNullable<AuditedStanding['agreedTimes']>[number];

/** A stored time agreed on with when it was known of: where that was not when it was said, the store says so. */
export const knownAgreed = ({ heardAt, ...agreed }: Omit<Agreed, 'knownAt'> & { heardAt?: string }): Agreed => {
  const knownAt = heardAt ?? agreed.saidAt;
  return { ...agreed, ...(knownAt !== undefined && { knownAt }) };
};
