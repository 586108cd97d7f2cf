import type { Instant } from '@recourse/domain/calendar/instant';
import type { LoanRecord } from '../records/loan-record.js';

/** A version of the terms as a case first stated it; `itemId`: the event by which it heard of it. */
export type TermsStated = { version: number; itemId: string; at: Instant };

/** An event of a kind that tells terms, as it was accepted; which version it told is not kept. */
export type TermsTelling = { itemId: string; acceptedAt: Instant };

/** `stated` and `tellings` from the oldest on. */
export type KnownBefore = { loan: LoanRecord; stated: TermsStated[]; tellings: TermsTelling[]; now: Instant };

/** The loans whose terms were told before anybody asked the law of them (ADR 0035). */
export interface KnownBeforeStore {
  /** Their ids, `tenant/loanId`. */
  list(): Promise<string[]>;
  /** Reads a loan, lets `judge` put it under law, writes it, in one transaction that conflicts with every other writer of the loan. Returns it as it is then. */
  put(id: string, judge: (read: KnownBefore) => LoanRecord): Promise<LoanRecord | undefined>;
}
