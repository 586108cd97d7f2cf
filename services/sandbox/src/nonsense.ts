import type { Deed, LoanScript } from './loan-script.js';
import type { Loan } from './loan.js';
import { dayOf, type Instant } from './local-time.js';

type OfPayment = Extract<LoanScript['nonsense'], { what: 'payment' }>['how'];

/** What servicing publishes of a payment by mistake: no reader can take it, and another event must tell the truth. */
export function nonsenseInstead(
  loan: Loan,
  how: OfPayment,
  amount: number,
  at: Instant,
): { about: Loan; body: string; deed: Deed } {
  // An id of its own: the payment itself is still to be told of.
  const paymentId = `${loan.loanId}-wrong`;
  const told = {
    paymentId,
    amount,
    currency: loan.terms.currency,
    valueDate: dayOf(at, loan.terms.zone),
    receivedAt: at,
    method: 'transfer',
    payer: 'debtor',
  };
  switch (how) {
    case 'cut-short':
      return {
        about: loan,
        body: `{"paymentId":"${paymentId}","amount":${amount},"curr`,
        deed: 'poisoned-payment',
      };
    case 'wrong-currency':
      return { about: loan, body: JSON.stringify({ ...told, currency: 'EUR' }), deed: 'wrong-currency' };
    case 'unknown-loan':
      return {
        about: { ...loan, loanId: `${loan.loanId}X`, eventsMade: 0 },
        body: JSON.stringify(told),
        deed: 'unknown-loan',
      };
  }
}
