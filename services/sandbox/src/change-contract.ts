import type { Agenda } from './agenda.js';
import { arrearsOf } from './loan-account.js';
import { loanAnswer } from './loan-answer.js';
import type { LoanBook } from './loan-book.js';
import type { Deed } from './loan-script.js';
import type { Loan } from './loan.js';
import { addDays, addMonths, dayOf, type Instant } from './local-time.js';
import type { Pace } from './pace.js';
import { repaymentSchedule } from './repayment-schedule.js';
import type { ServicingOut } from './servicing-out.js';

type Needs = { agenda: Agenda; pace: Pace; out: ServicingOut; book: LoanBook; shows(loan: Loan, deed: Deed): void };

const noticeDays = { sent: 20, proved: 16 } as const;
const months = 12;
/** 12 % a year. */
const yearlyRateBp = 1_200;

/** What servicing changes of a contract itself, told at noon so many days after the first miss: all falls due at once, or a new schedule begins. */
export const changesOfContract = ({ agenda, pace, out, book, shows }: Needs) => {
  const later = (loan: Loan, at: Instant, days: number, play: (due: Instant) => void): void => {
    const due = pace.bookedAfter(at, days);
    agenda.add({ at: due, rank: 'correction', subject: loan.loanId, play: () => void (loan.closed || play(due)) });
  };
  /** How many instalments have been told of, missed or met. */
  const fallen = ({ schedule }: Loan, today: string): number => schedule.filter(({ dueOn }) => dueOn < today).length;

  return {
    /** What was still to fall due is one debt from that day on. */
    accelerate(loan: Loan, at: Instant, days: number): void {
      later(loan, at, days, (due) => {
        const on = dayOf(due, loan.terms.zone);
        const gone = fallen(loan, on);
        const next = loan.schedule[gone];
        if (next === undefined || arrearsOf(loan.account) === 0) return;
        const principal = loan.schedule.slice(gone).reduce((sum, each) => sum + each.principal, 0);
        loan.schedule = [...loan.schedule.slice(0, gone), { number: next.number, dueOn: on, principal, interest: 0 }];
        loan.account.missed.push({ number: next.number, dueOn: on, amount: principal });
        const owed = arrearsOf(loan.account);
        out.publish(loan, 'loan-accelerated', due, {
          accelerationId: `${loan.loanId}-accelerated`,
          currency: loan.terms.currency,
          on,
          from: next.number,
          due: { principal },
          notice: {
            kind: 'acceleration',
            sentOn: addDays(on, -noticeDays.sent),
            provedOn: addDays(on, -noticeDays.proved),
          },
          arrearsTotal: owed,
          outstandingTotal: owed,
        });
        shows(loan, 'accelerated');
      });
    },

    /** All that is owed, due or not, becomes the principal of twelve new instalments; the first falls due a month later. */
    restructure(loan: Loan, at: Instant, days: number): void {
      later(loan, at, days, (due) => {
        const on = dayOf(due, loan.terms.zone);
        const last = loan.schedule.at(-1);
        const overdue = arrearsOf(loan.account);
        // Of what is paid in part nobody here knows which component is left.
        if (last === undefined || overdue === 0 || loan.account.payments.length > 0) return;
        const takenOver: Record<string, number> = {};
        for (const { components } of loanAnswer(loan).unpaid)
          for (const [component, amount] of Object.entries(components))
            takenOver[component] = (takenOver[component] ?? 0) + amount;
        const gone = fallen(loan, on);
        const coming = loan.schedule.slice(gone).filter(({ dueOn }) => dueOn > on);
        const principal = overdue + coming.reduce((sum, each) => sum + each.principal, 0);
        const planned = repaymentSchedule({ principal, yearlyRateBp, months }, addMonths(on, 1), 1).map((each) => ({
          ...each,
          number: last.number + each.number,
        }));
        loan.account.missed = [];
        loan.schedule = [...loan.schedule.slice(0, gone), ...planned];
        out.publish(loan, 'loan-restructured', due, {
          restructuringId: `${loan.loanId}-restructured`,
          currency: loan.terms.currency,
          on,
          replaces: { from: 1, to: last.number },
          takenOver,
          overdue: 'capitalised',
          instalments: planned.map(({ number, dueOn, ...amounts }) => ({
            number,
            dueOn,
            due: { principal: amounts.principal, ...(amounts.interest > 0 && { interest: amounts.interest }) },
          })),
          arrearsTotal: 0,
          outstandingTotal: principal,
        });
        shows(loan, 'restructured');
        book.reschedule(loan, gone);
      });
    },
  };
};
