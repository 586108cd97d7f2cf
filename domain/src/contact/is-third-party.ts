import type { Party } from './party.js';

/** Owes nothing and speaks for nobody: may be asked where the debtor is, and is told nothing of the debt (CN-3P-2, 12 CFR 1006.6(d)). */
export const isThirdParty = (party: Party): boolean => {
  switch (party) {
    case 'emergency-contact':
    case 'employer':
    case 'unrelated':
      return true;
    case 'borrower':
    case 'co-borrower':
    case 'guarantor':
    case 'spouse-related':
    case 'attorney':
    case 'guardian':
    case 'estate':
    case 'heir':
      return false;
    default:
      return party satisfies never;
  }
};
