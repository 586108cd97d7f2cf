import type { PersonRow } from '@recourse/activities/people/person-store';
import type { DirectoryPort } from '@recourse/activities/verification/directory-port';
import { PullTrouble } from '@recourse/activities/verification/pull-trouble';
import type { ServicingPort } from '@recourse/activities/verification/servicing-port';
import type { LoanInServicing } from '@recourse/domain/case/loan-in-servicing';
import type { VerificationSource } from '@recourse/domain/case/loan-verification';

export type Trouble = { from: VerificationSource; trouble: 'down' | 'nonsense' };

/** Servicing and directory in memory. `troubles` are met one by one, each by the next question to that system. */
export function memoryServicing() {
  const loans = new Map<string, LoanInServicing>();
  const persons = new Map<string, PersonRow>();
  const troubles: Trouble[] = [];
  const meet = (from: VerificationSource): void => {
    const at = troubles.findIndex((each) => each.from === from);
    const [next] = at < 0 ? [] : troubles.splice(at, 1);
    if (next?.trouble === 'down') throw new PullTrouble(from, 'down', 'answered 503');
    if (next) throw new PullTrouble(from, 'nonsense', 'must make sense', from === 'servicing' ? 'currency' : 'points');
  };
  const servicing: ServicingPort = {
    async loan(tenant, loanId) {
      meet('servicing');
      return loans.get(`${tenant}/${loanId}`) ?? 'unknown-loan';
    },
  };
  const directory: DirectoryPort = {
    async person(tenant, personId) {
      meet('directory');
      return persons.get(`${tenant}/${personId}`) ?? 'unknown-person';
    },
  };
  return { servicing, directory, loans, persons, troubles };
}
