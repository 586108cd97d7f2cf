import type { Instant } from '@recourse/domain/calendar/instant';
import type { ParkedRecord } from '../records/event-record.js';
import type { ParkedBecause, Place } from './loan-event.js';

/** A record to set aside. */
export type ToPark = {
  place: Place;
  because: ParkedBecause;
  /** CloudEvents attributes of the right form; shown as they are. */
  headers: Record<string, string>;
  /** Key, headers and value as they came. */
  sealed: ParkedRecord['sealedBytes'];
  /** Loans the record may be about: no contact until it is resolved. */
  loans: { tenant: string; loanId: string }[];
  /** Whether a loan we have never heard of is remembered, so that it is blocked when it comes. */
  rememberUnknownLoans: boolean;
};

export type ParkedRefusal = 'unknown-parked' | 'already-resolved';

export interface ParkedStore {
  /** In one transaction: the parked document, its id onto each loan, news to each open case. `first`: false when it was parked before; then nothing is written. */
  park(record: ToPark): Promise<{ first: boolean; ring: string[] }>;
  find(parkedId: string): Promise<ParkedRecord | undefined>;
  /** Newest last, at most 1 000. */
  list(tenant: string | undefined, status: ParkedRecord['status']): Promise<ParkedRecord[]>;
  /** In one transaction: the parked document says how, who and why, its loans are cleared, their open cases told. */
  resolve(
    parkedId: string,
    how: Omit<Resolution, 'at'>,
  ): Promise<{ resolved: true; ring: string[] } | { resolved: false; refused: ParkedRefusal }>;
  /** Why it was refused when it was taken again. */
  refusedAgain(parkedId: string, because: ParkedBecause): Promise<void>;
}

export type Resolution = { status: 'redriven' | 'discarded'; by: string; because: string; at: Instant };
