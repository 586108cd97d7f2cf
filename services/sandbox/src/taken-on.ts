import type { Loan } from './loan.js';
import type { Day } from './local-time.js';
import type { ScheduledInstalment } from './repayment-schedule.js';

/**
 * The instalments a loan had missed when the portfolio was handed to us. Until there is a take-on of its own, servicing tells of them on
 * the first day as of any miss, with their real due dates.
 */
export const missedBefore = ({ schedule }: Loan, day: Day): ScheduledInstalment[] =>
  schedule.filter(({ dueOn }) => dueOn < day);
