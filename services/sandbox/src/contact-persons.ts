import type { Directory } from './directory.js';
import type { Deed, OutcomeCode } from './loan-script.js';
import type { Loan } from './loan.js';
import type { Person } from './person.js';

/**
 * Those whom borrowers named as contacts: they pass on that somebody is looking for the borrower, or want to hear no more of it. And those who
 * speak in a borrower's place: they take note of what is owed.
 */
export type ContactPersons = {
  /** What a contact answers who owes nothing overdue; undefined for who is nobody's contact. */
  asked(person: Person): OutcomeCode | undefined;
  /** Whether the borrower of this loan answers nobody until a contact has passed it on. */
  isSought(loan: Loan): boolean;
};

type Needs = { directory: Directory; shows(loan: Loan, deed: Deed): void };

export function contactPersons({ directory, shows }: Needs): ContactPersons {
  const passedOn = new Set<string>();
  return {
    asked({ relations = [] }) {
      if (relations.length === 0) return undefined;
      const sought = relations.flatMap(({ to }) => directory.person(to) ?? []).flatMap(directory.overdue);
      if (relations.some(({ role }) => role !== 'emergency-contact')) {
        for (const loan of sought) shows(loan, 'representative-asked');
        return 'third-party-relays';
      }
      const refuses = sought.filter(({ script }) => script.contact === 'refuses');
      for (const loan of refuses) shows(loan, 'contact-refused');
      if (refuses.length > 0) return 'third-party-refuses';
      for (const loan of sought) {
        passedOn.add(loan.loanId);
        if (loan.script.contact === 'borrower-too') shows(loan, 'contact-also-borrower');
      }
      return 'third-party-relays';
    },
    isSought: ({ loanId, script }) => script.contact === 'passes-on' && !passedOn.has(loanId),
  };
}
