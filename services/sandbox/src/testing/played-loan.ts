import type { LoanScript } from '../loan-script.js';
import type { Loan } from '../loan.js';
import { repaymentSchedule } from '../repayment-schedule.js';

/** A loan of the sandbox in its fourth month of twelve, 100.00 a month without interest; nothing has happened to it yet. */
export const playedLoan = (loanId: string, personId: string, behaviour: LoanScript): Loan => ({
  loanId,
  personId,
  terms: {
    version: 1,
    product: 'cash-loan',
    currency: 'CNY',
    zone: 'Asia/Shanghai',
    jurisdiction: 'CN',
    graceDays: 3,
    tolerance: 0,
    debtors: [{ personId, role: 'borrower' }],
  },
  schedule: repaymentSchedule({ principal: 120_000, yearlyRateBp: 0, months: 12 }, '2026-01-01', 4),
  account: { missed: [], payments: [] },
  script: behaviour,
  closed: false,
  eventsMade: 0,
});
