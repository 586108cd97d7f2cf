import { openHolds } from '../holds/held-days.js';
import type { Hold } from '../holds/hold.js';
import type { Instant } from '../calendar/instant.js';
import type { Relation } from './relation.js';
import type { PartyGround } from './standing-of-person.js';

/** What is known of the debtor somebody is contacted about. */
export type DebtorState = { holds: readonly Hold[]; unreachable: boolean };

/** What a relation proves by itself. Only the borrower can name a contact person; only a court or the law makes a relative or heir owe. */
const provedBy = ({ role, namedBy }: Relation): PartyGround[] => {
  switch (role) {
    case 'emergency-contact':
      return namedBy === 'borrower' ? ['provenance-named-by-borrower'] : [];
    case 'guarantor':
      return ['liable-by-agreement'];
    case 'spouse-related':
    case 'heir':
      return namedBy === 'borrower' ? [] : ['liable-by-agreement'];
    case 'guardian':
    case 'estate':
      return namedBy === 'borrower' ? [] : ['proof-of-authority'];
    // Proves nothing while the debtor is not represented: see below.
    case 'attorney':
    case 'employer':
      return [];
    default:
      return role satisfies never;
  }
};

/** On what grounds somebody who is no borrower may be contacted about a debtor now (requirements A9, D2). An unknown debtor gives none. */
export const groundsOf = (
  relation: Relation | undefined,
  debtor: DebtorState | undefined,
  at: Instant,
): PartyGround[] => {
  const held = (reason: Hold['reason']): boolean =>
    openHolds(debtor?.holds ?? [], at).some((hold) => hold.reason === reason && 'person' in hold.scope);
  return [
    ...(relation ? provedBy(relation) : []),
    ...(relation?.role === 'attorney' && held('represented') ? (['proof-of-authority'] as const) : []),
    ...(debtor?.unreachable ? (['debtor-unreachable'] as const) : []),
    ...(held('death') ? (['debtor-died'] as const) : []),
    ...(held('incapacity') ? (['debtor-incapable'] as const) : []),
  ];
};
