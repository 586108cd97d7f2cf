import { arrearsOf } from './loan-account.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';

export type DeedCount = { deed: Deed; times: number; minimum: number };

/** What was seen to happen, by loan; once a loan, however often it did it. */
export type Deeds = { note(loan: Loan, deed: Deed): void; counts(loans: readonly Loan[]): DeedCount[] };

export function openDeeds(): Deeds {
  const seen = new Map<Deed, Set<string>>();
  return {
    note({ loanId }, deed) {
      seen.set(deed, (seen.get(deed) ?? new Set()).add(loanId));
    },
    counts(loans) {
      const planned = [...new Set(loans.flatMap(({ script }) => script.shows))].toSorted();
      return planned.map((deed) => ({
        deed,
        times: deed === 'never-paid' ? loans.filter(neverPaid).length : (seen.get(deed)?.size ?? 0),
        minimum: loans.filter(({ script }) => script.shows.includes(deed)).length,
      }));
    },
  };
}

const neverPaid = ({ script, account }: Loan): boolean =>
  script.shows.includes('never-paid') && arrearsOf(account) > 0 && account.payments.length === 0;
