import { deedMinimums } from './deed-minimums.js';
import { arrearsOf } from './loan-account.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';

/** `planned`: loans whose script is to show it. `minimum`: what the whole portfolio must show; absent when it is told only. */
export type DeedCount = { deed: Deed; times: number; planned: number; minimum?: number };

/** What was seen to happen, by loan (of messages, by message); once each, however often it did it. */
export type DeedsNoted = { note(subject: string, deed: Deed): void };
export type Deeds = DeedsNoted & { counts(loans: readonly Loan[]): DeedCount[] };

const deedsInOrder = Object.keys(deedMinimums) as Deed[];

export function openDeeds(): Deeds {
  const seen = new Map<Deed, Set<string>>();
  /** Where some are to show it, only they count: who pays after a call on another path is no path of its own. */
  function timesOf(deed: Deed, planned: readonly Loan[]): number {
    const by = seen.get(deed) ?? new Set();
    if (deed === 'never-paid') return planned.filter(neverPaid).length;
    return planned.length === 0 ? by.size : planned.filter(({ loanId }) => by.has(loanId)).length;
  }

  return {
    note(subject, deed) {
      seen.set(deed, (seen.get(deed) ?? new Set()).add(subject));
    },
    counts: (loans) =>
      loans.length === 0
        ? []
        : deedsInOrder.map((deed) => {
            const planned = loans.filter(({ script }) => script.shows.includes(deed));
            const minimum = deedMinimums[deed];
            return {
              deed,
              times: timesOf(deed, planned),
              planned: planned.length,
              ...(minimum === 'none' ? {} : { minimum }),
            };
          }),
  };
}

const neverPaid = ({ account }: Loan): boolean => arrearsOf(account) > 0 && account.payments.length === 0;
