import type { Loan } from './loan.js';
import type { Day } from './local-time.js';
import type { ScheduledInstalment } from './repayment-schedule.js';
import type { ServicingData } from './servicing-event.js';

type TakenOn = ServicingData['loan-taken-on'];

/** The instalments a loan had missed when the portfolio was handed to us. */
export const missedBefore = ({ schedule }: Loan, day: Day): ScheduledInstalment[] =>
  schedule.filter(({ dueOn }) => dueOn < day);

/** What servicing tells of such a loan. Nobody kept a record of what was written and said before: the day's caps count as used. */
export function takenOn(
  { terms }: Loan,
  asOf: Day,
  missed: readonly Omit<TakenOn['instalments'][number], 'state'>[],
  arrearsTotal: number,
  outstandingTotal: number,
): TakenOn {
  return {
    terms,
    asOf,
    arrearsTotal,
    outstandingTotal,
    instalments: missed.map((instalment) => ({ ...instalment, state: 'missed' })),
    payments: [],
    notices: [],
    contacts: [],
    holds: [],
  };
}
