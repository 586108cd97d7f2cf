import type { Party } from './party.js';

/** Stands in the debtor's place: spoken to instead of a debtor who is represented, without capacity or dead, and never beside one. */
export const isRepresentative = (party: Party): boolean => {
  switch (party) {
    case 'attorney':
    case 'guardian':
    case 'estate':
    case 'heir':
      return true;
    case 'borrower':
    case 'co-borrower':
    case 'guarantor':
    case 'spouse-related':
    case 'emergency-contact':
    case 'employer':
    case 'unrelated':
      return false;
    default:
      return party satisfies never;
  }
};
