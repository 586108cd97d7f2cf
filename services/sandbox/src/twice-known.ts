import type { Day } from './local-time.js';
import type { Loan } from './loan.js';
import { makePerson, type Person } from './person.js';

/** The telephones of second records follow those of contacts. */
const numbersFrom = 80_000;

/** What such a borrower does crosses no script of others. */
const quietly = new Set(['self-cure', 'after-message']);

const firstDue = ({ schedule }: Loan): Day => schedule[0]?.dueOn ?? '';

/**
 * One Chinese borrower of two loans whom the lender has on file twice: the loan that falls due later names a second record, with another
 * telephone. Servicing finds out when that loan is first missed. Changes the loan.
 */
export function knowTwice(persons: readonly Person[], loans: readonly Loan[], verifiedOn: Day): Person[] {
  for (const [nth, { personId, places, zone }] of persons.entries()) {
    const theirs = loans.filter((loan) => loan.personId === personId);
    const [, later] = theirs.toSorted((a, b) => (firstDue(a) < firstDue(b) ? -1 : 1));
    if (theirs.length !== 2 || !later || places !== undefined || zone !== 'Asia/Shanghai') continue;
    if (!theirs.every(({ script, takenOnOn }) => quietly.has(script.path) && takenOnOn === undefined)) continue;
    const second = makePerson(numbersFrom + nth, 'CN', verifiedOn);
    later.terms = { ...later.terms, debtors: [{ personId: second.personId, role: 'borrower' }] };
    later.knownAs = second.personId;
    return [{ ...second, isAlso: personId }];
  }
  return [];
}
