import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord } from '../records/person-record.js';

/** Whose law the outcome of a contact is under; an agency's too when it told of the contact or has the person's loans. */
export function bearingOf(
  loans: readonly Pick<LoanRecord, 'terms'>[],
  person: Pick<PersonRecord, 'standing' | 'collectingParty'> | undefined,
  toldByAgency = false,
): NonNullable<ActRecord['bearing']> {
  const terms = loans.flatMap((loan) => loan.terms ?? []);
  return {
    places: [...new Set([...terms.map(({ jurisdiction }) => jurisdiction), ...(person?.standing?.places ?? [])])],
    products: [...new Set(terms.map(({ product }) => product))],
    ...((toldByAgency || person?.collectingParty?.kind === 'agency') && { agency: true as const }),
  };
}
