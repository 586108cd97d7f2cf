import { arrearsOf } from './loan-account.js';
import type { Loan } from './loan.js';

/** Every instalment has fallen due and nothing is owed any more. */
export const isPaidOff = ({ schedule, account }: Loan): boolean =>
  schedule.length > 0 &&
  account.missed.some(({ number }) => number === schedule.at(-1)?.number) &&
  arrearsOf(account) === 0;
