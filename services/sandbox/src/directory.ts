import { arrearsOf, oldestUnpaid } from './loan-account.js';
import type { LoanBook } from './loan-book.js';
import type { Loan } from './loan.js';
import type { Person } from './person.js';

/** Who is behind a number or an address. */
export type Directory = {
  add(persons: readonly Person[]): void;
  all(): Person[];
  /** Whoever answers at this value; the first who gave it, when several did. */
  at(value: string): Person | undefined;
  /** A person's overdue loans, the oldest arrears first. */
  overdue(person: Person): Loan[];
};

export function openDirectory(book: LoanBook): Directory {
  const persons = new Map<string, Person>();
  const byValue = new Map<string, Person>();
  const age = (loan: Loan): string => `${oldestUnpaid(loan.account)?.dueOn ?? ''}/${loan.loanId}`;
  return {
    add(rows) {
      for (const person of rows) {
        persons.set(person.personId, person);
        for (const { value } of person.points) if (!byValue.has(value)) byValue.set(value, person);
      }
    },
    all: () => [...persons.values()],
    at: (value) => byValue.get(value),
    overdue: ({ personId }) =>
      book
        .loansOf(personId)
        .filter(({ account }) => arrearsOf(account) > 0)
        .toSorted((a, b) => (age(a) < age(b) ? -1 : 1)),
  };
}
