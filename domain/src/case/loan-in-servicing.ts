import type { Day } from '../calendar/day.js';
import type { Components } from '../money/money.js';
import type { Terms } from './terms.js';

/** A loan as the servicing system shows it when asked: who owes, what is unpaid of each instalment that fell due, whether that is overdue. */
export type LoanInServicing = {
  loanId: string;
  debtors: Terms['debtors'];
  currency: string;
  unpaid: { number: number; dueOn: Day; components: Components }[];
  overdue: boolean;
};
