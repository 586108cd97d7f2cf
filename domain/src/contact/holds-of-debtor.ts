import type { Hold, HoldReason } from '../holds/hold.js';
import type { Party } from './party.js';

/** Holds of a debtor that are the very reason to speak with somebody else; undefined: the party is asked for itself, no hold of another bears. */
const reasonsFor = (party: Party): readonly HoldReason[] | undefined => {
  switch (party) {
    case 'borrower':
    case 'co-borrower':
    case 'guarantor':
    case 'spouse-related':
      return undefined;
    case 'heir':
    case 'estate':
      return ['death', 'incapacity'];
    case 'emergency-contact':
      return ['death', 'incapacity'];
    // The mandate ends with the debtor's death or capacity (民法典 art. 934): the estate or a guardian is asked then.
    case 'attorney':
      return ['represented'];
    case 'guardian':
      return ['incapacity'];
    case 'employer':
    case 'unrelated':
      return [];
    default:
      return party satisfies never;
  }
};

/** Holds of the debtor that bear on somebody who is spoken to about the debtor: who asked to be left alone is not reached through others. */
export const holdsOfDebtor = (party: Party, holds: readonly Hold[]): Hold[] => {
  const reasons = reasonsFor(party);
  if (!reasons) return [];
  return holds.filter(({ reason, scope }) => 'person' in scope && !reasons.includes(reason));
};
