import { arrearsOf, oldestUnpaid } from './loan-account.js';
import type { LoanBook } from './loan-book.js';
import type { Loan } from './loan.js';
import type { Person } from './person.js';

/** Who is behind a number or an address. */
export type Directory = {
  add(persons: readonly Person[]): void;
  all(): Person[];
  person(personId: string): Person | undefined;
  /** Whoever answers at this value; of several who share it, the first with something overdue. */
  at(value: string): Person | undefined;
  isShared(value: string): boolean;
  /** A person's overdue loans, the oldest arrears first. */
  overdue(person: Person): Loan[];
};

export function openDirectory(book: LoanBook): Directory {
  const persons = new Map<string, Person>();
  const byValue = new Map<string, Person[]>();
  /** Of a second record the person. */
  const oneOf = (person: Person | undefined): Person | undefined => persons.get(person?.isAlso ?? '') ?? person;
  const age = (loan: Loan): string => `${oldestUnpaid(loan.account)?.dueOn ?? ''}/${loan.loanId}`;
  const overdue = ({ personId, isAlso }: Person): Loan[] =>
    book
      .loansOf(isAlso ?? personId)
      .filter(({ account, closed }) => !closed && arrearsOf(account) > 0)
      .toSorted((a, b) => (age(a) < age(b) ? -1 : 1));
  return {
    add(rows) {
      for (const person of rows) {
        persons.set(person.personId, person);
        for (const { value } of person.points) {
          const others = (byValue.get(value) ?? []).filter(({ personId }) => personId !== person.personId);
          byValue.set(value, [...others, person]);
        }
      }
    },
    all: () => [...persons.values()],
    person: (personId) => oneOf(persons.get(personId)),
    at(value) {
      const there = byValue.get(value) ?? [];
      return oneOf(there.length > 1 ? (there.find((person) => overdue(person).length > 0) ?? there[0]) : there[0]);
    },
    isShared: (value) => (byValue.get(value)?.length ?? 0) > 1,
    overdue,
  };
}
