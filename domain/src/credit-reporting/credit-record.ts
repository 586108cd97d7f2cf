import type { Day } from '../calendar/day.js';
import type { Bucket } from '../money/arrears.js';
import type { Month } from './month.js';
import type { CreditStanding, CreditState } from './credit-state.js';

/**
 * Why a row is sent. `first`: the loan was never told of before; `update`: its new month, by which nothing told before is taken back;
 * `correction`: a month told before was not so; `resend`: a row the bureau rejected, or one whose mark goes; `mark`: nothing new, it is disputed.
 */
export const creditRowKinds = ['first', 'update', 'correction', 'resend', 'mark'] as const;
export type CreditRowKind = (typeof creditRowKinds)[number];

/** What is still told of a month before, oldest first. */
export type CreditHistory = { month: Month; standing: CreditStanding; bucket: Bucket }[];

/** One row of a snapshot: how one loan stood at the end of one month. `row` names it in the receipt; `subject` is an opaque id. */
export type CreditRow = {
  row: string;
  kind: CreditRowKind;
  loanId: string;
  subject: string;
  product: string;
  currency: string;
  month: Month;
  adverse: boolean;
  disputed: boolean;
  state: CreditState;
  firstDelinquentOn?: Day;
  /** The last day of the bad conduct, once it is over. */
  conductEndedOn?: Day;
  /** Of a correction: events that were told later, or a dispute that was upheld. */
  because?: 'events' | 'dispute';
  history: CreditHistory;
};

/** Each month that was told of a loan, as it was told last; `rejected`: and the bureau did not take it; `marked`: as disputed, and nothing of it or later since. */
export type FurnishedMonth = { month: Month; state: CreditState; adverse: boolean; rejected?: boolean; marked?: true };

export const rowName = (loanId: string, snapshot: Month, month: Month): string => `${loanId}/${snapshot}/${month}`;
