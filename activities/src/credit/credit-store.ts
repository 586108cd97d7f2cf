import type { Instant } from '@recourse/domain/calendar/instant';
import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { CreditTotals } from '@recourse/domain/credit-reporting/control-totals';
import type { CreditDispute } from '@recourse/domain/credit-reporting/credit-dispute';
import type { RowReceipt } from '@recourse/domain/credit-reporting/furnished-months';
import type { Month } from '@recourse/domain/credit-reporting/month';
import type { Hold } from '@recourse/domain/holds/hold';
import type { CreditMonthRecord, CreditSnapshotRecord, SentCreditRow } from '../records/credit-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord } from '../records/person-record.js';

/** What a loan's month, or a dispute of it, is judged by: one snapshot of the store. `sent`: every row ever, in order. */
export type CreditRead = {
  now: Instant;
  loan: LoanRecord;
  kase?: CollectionCase;
  /** The borrower, by the name of now. */
  person?: PersonRecord;
  sent: SentCreditRow[];
  disputes: CreditDispute[];
};

/** What is told to the loan's open case, if it has one. */
export type CreditItem = Extract<NewInput, { kind: 'credit-told' }>;

export type MonthWrite = { record: CreditMonthRecord; items: CreditItem[] };

/** `holds`: the loan's from now on. */
export type DisputeWrite = { dispute: CreditDispute; holds: Hold[]; item: CreditItem };

export type SnapshotRefusal = 'month-not-over' | 'month-before-the-last' | 'unfinished-before';
export type ReceiptRefusal = 'unknown-row' | 'known-otherwise';

/** Persistence of credit reporting. Every write rests on documents it writes itself: the loan and its borrower (design section 6). */
export type CreditStore = {
  snapshots(tenant: string): Promise<CreditSnapshotRecord[]>;
  /** Judges by all snapshots of a tenant whether one may begin, and begins it; of two at once one is judged after the other. One that is known is answered as it is. */
  open(
    tenant: string,
    judge: (before: readonly CreditSnapshotRecord[]) => CreditSnapshotRecord | SnapshotRefusal,
  ): Promise<CreditSnapshotRecord | SnapshotRefusal>;
  loanIds(tenant: string): AsyncIterable<string>;
  /** Judges and writes one loan's month, once; undefined: it was done before, or there is nothing to tell. Answers the case to ring. */
  furnish(
    tenant: string,
    loanId: string,
    month: Month,
    judge: (read: CreditRead) => MonthWrite | undefined,
  ): Promise<{ record?: CreditMonthRecord; ring?: string }>;
  /** All that a snapshot tells, by loan. */
  months(tenant: string, month: Month): AsyncIterable<CreditMonthRecord>;
  finish(snapshotId: string, done: { at: Instant; totals: CreditTotals; sha256: string }): Promise<void>;
  /** Notes what the bureau said of a row; `known`: it said so before. */
  receive(
    tenant: string,
    row: { name: string; loanId: string; month: Month },
    receipt: RowReceipt,
  ): Promise<{ noted: boolean; ring?: string } | ReceiptRefusal>;
  disputes(tenant: string, loanId?: string): Promise<CreditDispute[]>;
  /** Opens or answers a dispute; a refusal writes nothing. */
  dispute<R extends string>(
    tenant: string,
    loanId: string,
    judge: (read: CreditRead) => DisputeWrite | R,
  ): Promise<{ dispute: CreditDispute; ring?: string } | R | 'unknown-loan'>;
};
