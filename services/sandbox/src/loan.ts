import type { LoanAccount } from './loan-account.js';
import type { LoanScript } from './loan-script.js';
import type { Day } from './local-time.js';
import type { ScheduledInstalment } from './repayment-schedule.js';
import type { Terms } from './servicing-event.js';

/** One loan as servicing and its borrower know it. */
export type Loan = {
  loanId: string;
  personId: string;
  terms: Terms;
  /** What is still to fall due or fell due since the portfolio began; empty for loans known by given events only. */
  schedule: ScheduledInstalment[];
  account: LoanAccount;
  script: LoanScript;
  /** Liquidated damages of a missed instalment, basis points of its principal. */
  damagesBp?: number;
  /** Under which other record the lender has its borrower on file; told to be the same when it is first missed. */
  knownAs?: string;
  /** The portfolio's first day, for a loan that was overdue before. */
  takenOnOn?: Day;
  closed: boolean;
  /** Counts its events and payments, for their ids. */
  eventsMade: number;
};
