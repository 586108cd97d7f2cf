import { addDays, type Day } from './local-time.js';
import type { Loan } from './loan.js';
import { makePerson, type Person } from './person.js';

/** Their telephones follow those of representatives. */
const numbersFrom = 97_001;
const roles = [
  ...Array.from({ length: 4 }, () => 'co-borrower' as const),
  ...Array.from({ length: 4 }, () => 'guarantor' as const),
];
const verifiedDaysBefore = 60;

/** Four large loans were taken out by two, four have a guarantor: who owes with the borrower. Changes the loans. */
export function nameLiableOthers(loans: readonly Loan[], from: Day): Person[] {
  const large = loans.filter(({ terms, knownAs }) => terms.product === 'large-unsecured' && knownAs === undefined);
  return large.slice(0, roles.length).map((loan, nth) => {
    const other = makePerson(numbersFrom + nth, 'CN', addDays(from, -verifiedDaysBefore));
    const role = roles[nth] ?? 'guarantor';
    loan.terms = { ...loan.terms, debtors: [...loan.terms.debtors, { personId: other.personId, role }] };
    return other;
  });
}
