import type { AuditedAct } from '../audited-act.js';
import type { Evidence } from '../evidence.js';
import { partyTo } from './party-to.js';

/** A debtor somebody is contacted about, and as what that somebody is contacted. */
export type AboutDebtor = { debtor: string; role: string };

/** Asks about which debtors of its loans an act speaks with somebody else. */
export const debtorsOf = ({
  loans,
  persons,
}: Pick<Evidence, 'loans' | 'persons'>): ((act: AuditedAct) => AboutDebtor[]) => {
  const books = new Map(loans.map((loan) => [loan.loanId, loan]));
  const people = new Map(persons.map((person) => [person.personId, person]));
  return ({ covers, personId = '' }) => {
    const person = people.get(personId);
    return covers.flatMap(({ loanId }): AboutDebtor[] => {
      const loan = books.get(loanId);
      const role = loan && person && partyTo(loan, person);
      return (person?.relations ?? [])
        .filter((relation) => relation.role === role && loan?.debtors?.some((each) => each.personId === relation.to))
        .map(({ to, role: as }) => ({ debtor: to, role: as }));
    });
  };
};
