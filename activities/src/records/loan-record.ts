import type { Day } from '@recourse/domain/calendar/day';
import type { Terms } from '@recourse/domain/case/terms';
import type { Carry } from '@recourse/domain/case/collection-case';
import type { LoanClosed } from '@recourse/domain/case/opens-case';
import type { Hold } from '@recourse/domain/holds/hold';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Position } from '@recourse/domain/money/position';

/**
 * A loan as we hold it; created by ingest (design section 2).
 * `positionVersion` rises with every event that touches the position. `order` rises with every ingest and every begin and is copied
 * onto event and act: so every contact is ordered before or after every payment, hold and death.
 */
export type LoanRecord = {
  /** `tenant/loanId`. */
  _id: string;
  tenant: string;
  loanId: string;
  terms?: Terms;
  /** The day whose law was asked what it makes of `terms` (ADR 0035). Absent: they were told before anybody asked. */
  lawOn?: Day;
  /** The first position version under law, of a loan whose terms were told before anybody asked: what was decided on an earlier one went by what was agreed. */
  lawFrom?: number;
  position: Position;
  positionVersion: number;
  order: number;
  inboxSeq: number;
  openCase?: string;
  episodes: number;
  /** Ids of parked events that name this loan: no contact while there is one. */
  unresolved: string[];
  holds: Hold[];
  carry?: Carry;
  /** The last month for which the loan was judged for the credit bureau; written so that a hold placed meanwhile conflicts. */
  furnished?: string;
  /** Servicing's word that the loan is over; a payment reversed after it takes it back. */
  closed?: LoanClosed;
  /** The latest time at which a payment was taken back, by servicing: a closing by money up to then counts no more. */
  reversedAt?: Instant;
};
