import type { Loan } from './loan.js';
import { addDays, dayOf, type Instant } from './local-time.js';

export type Paid = {
  paymentId: string;
  amount: number;
  at: Instant;
  backDatedDays?: number;
  toldLaterDays?: number;
  payer?: 'third-party';
  method?: 'direct-debit';
};

/** What servicing tells of a payment: by transfer, of the debtor, of the day it is booked, unless it was otherwise. */
export const paymentTold = (
  { terms }: Pick<Loan, 'terms'>,
  { paymentId, amount, at, backDatedDays = 0, payer, method }: Paid,
) => ({
  paymentId,
  amount,
  currency: terms.currency,
  valueDate: addDays(dayOf(at, terms.zone), -backDatedDays),
  receivedAt: at,
  method: method ?? ('transfer' as const),
  payer: payer ?? ('debtor' as const),
});
