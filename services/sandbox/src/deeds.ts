import { arrearsOf } from './loan-account.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';

/**
 * `planned`: loans whose script is to show it. `minimum`: half of them. How many get there depends on when a lender writes, calls
 * and hands over, too; but a lender who brings about less than half does something else than a ladder.
 */
export type DeedCount = { deed: Deed; times: number; planned: number; minimum: number };

/** What was seen to happen, by loan; once a loan, however often it did it. */
export type Deeds = { note(loan: Loan, deed: Deed): void; counts(loans: readonly Loan[]): DeedCount[] };

export function openDeeds(): Deeds {
  const seen = new Map<Deed, Set<string>>();
  return {
    note({ loanId }, deed) {
      seen.set(deed, (seen.get(deed) ?? new Set()).add(loanId));
    },
    counts(loans) {
      const deeds = [...new Set(loans.flatMap(({ script }) => script.shows))].toSorted();
      return deeds.map((deed) => {
        const planned = loans.filter(({ script }) => script.shows.includes(deed)).length;
        const times = deed === 'never-paid' ? loans.filter(neverPaid).length : (seen.get(deed)?.size ?? 0);
        return { deed, times, planned, minimum: Math.ceil(planned / 2) };
      });
    },
  };
}

const neverPaid = ({ script, account }: Loan): boolean =>
  script.shows.includes('never-paid') && arrearsOf(account) > 0 && account.payments.length === 0;
