/**
 * A direct debit that failed for want of money is tried again: at most `tries` in all, the first one included, `businessDays` after the bank said so.
 * Servicing has the mandate and the account, and tries; a case only asks it to.
 */
export type DebitPractice = { tries: number; businessDays: number };
