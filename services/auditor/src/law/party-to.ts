import type { AuditedLoan } from '../evidence.js';
import type { AuditedPerson } from '../audited-person.js';

/** Who is asked least stands first: a person is spoken to in one role only. */
const roles = [
  'employer',
  'emergency-contact',
  'attorney',
  'guardian',
  'estate',
  'heir',
  'spouse-related',
  'guarantor',
];

/** Parties that neither owe nor speak for who owes. */
const thirdParties = new Set(['emergency-contact', 'employer', 'unrelated']);
export const isThirdParty = (party: string | undefined): boolean => party !== undefined && thirdParties.has(party);

/** What a person is to a loan. Undefined: nobody told us who owes on it. */
export const partyTo = (
  { debtors }: Pick<AuditedLoan, 'debtors'>,
  { personId, isNow = personId, relations = [] }: Pick<AuditedPerson, 'personId' | 'isNow' | 'relations'>,
): string | undefined => {
  if (!debtors) return undefined;
  const own = debtors.find((debtor) => debtor.personId === isNow);
  if (own) return own.role;
  const told = relations.filter(({ to }) => debtors.some((debtor) => debtor.personId === to)).map(({ role }) => role);
  return told.toSorted((a, b) => roles.indexOf(a) - roles.indexOf(b))[0] ?? 'unrelated';
};
