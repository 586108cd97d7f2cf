import type { Day } from '../calendar/day.js';
import type { Minor } from './money.js';

/**
 * Money that left the loan again: a `chargeback` (the bank took back money of payment `paymentId`, which stays as it was allocated) or a
 * `refund` of credit to the payer. Credit covers it first; the rest is owed again, due on `dueOn` (absent: at once). A payment that was
 * reversed has taken its chargebacks with it: the same money is not taken back twice.
 */
export type MoneyOut = {
  outId: string;
  kind: 'chargeback' | 'refund';
  amount: Minor;
  on: Day;
  paymentId?: string;
  dueOn?: Day;
};
