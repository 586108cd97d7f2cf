import type { Agenda } from './agenda.js';
import { arrearsOf } from './loan-account.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import { addDays, dayOf, type Instant } from './local-time.js';
import type { Pace } from './pace.js';
import type { ServicingOut } from './servicing-out.js';

type Needs = { agenda: Agenda; pace: Pace; out: ServicingOut; shows(loan: Loan, deed: Deed): void };

const tries = 2;

/**
 * Servicing debits the account of somebody who has missed an instalment, and once more the day after: each time the bank says a day later that
 * there is no money. Between the two words money is on its way.
 */
export function failingDebit({ agenda, pace, out, shows }: Needs): (loan: Loan, at: Instant) => void {
  const later = (loan: Loan, at: Instant, play: () => void): void =>
    agenda.add({ at, rank: 'correction', subject: loan.loanId, play });

  function attempt(loan: Loan, nth: number, at: Instant): void {
    const amount = arrearsOf(loan.account);
    if (loan.closed || amount === 0) return;
    const { zone, currency } = loan.terms;
    const paymentId = `${loan.loanId}-d${nth}`;
    const expectedBy = addDays(dayOf(at, zone), 2);
    out.publish(loan, 'payment-pending', at, { paymentId, amount, currency, expectedBy });
    const failsAt = pace.bookedAfter(at, 1);
    later(loan, failsAt, () => {
      const failedOn = dayOf(failsAt, zone);
      out.publish(loan, 'payment-failed', failsAt, { paymentId, failedOn, reason: 'insufficient-funds', attempt: nth });
      shows(loan, 'debit-failed');
      if (nth < tries) attempt(loan, nth + 1, failsAt);
    });
  }

  return (loan, at) => {
    const first = pace.bookedAfter(at, 0);
    later(loan, first, () => attempt(loan, 1, first));
  };
}
