import type { Instant } from '@recourse/domain/calendar/instant';
import type { CreditTotals } from '@recourse/domain/credit-reporting/control-totals';
import type { CreditDispute } from '@recourse/domain/credit-reporting/credit-dispute';
import type { CreditRow } from '@recourse/domain/credit-reporting/credit-record';
import type { RowReceipt } from '@recourse/domain/credit-reporting/furnished-months';
import type { Withheld } from '@recourse/domain/credit-reporting/judge-furnishing';
import type { Month } from '@recourse/domain/credit-reporting/month';

/** A row that went into a file, and what the bureau said of it. */
export type SentCreditRow = CreditRow & { receipt?: RowReceipt & { at: Instant } };

/**
 * What one snapshot tells of one loan, or why not. `_id` = `tenant/loan/month`: a loan is judged once a snapshot. `order` and
 * `positionVersion`: the loan's, as it was read.
 */
export type CreditMonthRecord = {
  _id: string;
  tenant: string;
  loanId: string;
  /** The month of the snapshot; a row may be of an earlier one. */
  month: Month;
  at: Instant;
  order: number;
  positionVersion: number;
  caseId?: string;
  rows: SentCreditRow[];
  withheld?: Withheld;
};

/** One monthly file. `_id` = `tenant/month`; `finishedAt`: every loan was judged, and the file is always the same from then on. */
export type CreditSnapshotRecord = {
  _id: string;
  tenant: string;
  month: Month;
  at: Instant;
  by: string;
  finishedAt?: Instant;
  totals?: CreditTotals;
  sha256?: string;
  receiptAt?: Instant;
};

/** `_id` = `tenant/dispute`. */
export type CreditDisputeRecord = CreditDispute & { _id: string; tenant: string };
