import type { NewInput } from '@recourse/domain/case/case-inputs';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Hold } from '@recourse/domain/holds/hold';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type { Merging } from '../people/judge-merge.js';
import type { EventRecord } from '../records/event-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { LoanEvent, ParkedBecause, Place } from './loan-event.js';
import type { PersonHistory } from './person-history.js';

/** What the judgment of an event rests on. */
export type IntakeRead = {
  /** The tenant's clock; the wall clock when the tenant is unknown. */
  now: Instant;
  wall: Date;
  tenantKnown: boolean;
  loan?: LoanRecord;
  /** The event accepted earlier under the same tenant, source and id. */
  sameEvent?: EventRecord;
  /** The event that first brought the payment named by a payment event. */
  samePayment?: EventRecord;
  /** For an event that places holds on persons, or makes two one: the other loans that name one of them as debtor. */
  loansOfPerson: LoanRecord[];
  /** Of the persons on whom the event places holds: where they are, and whether an agency has their loans. */
  held?: { places: readonly string[]; agency: boolean };
  /** Of the persons the event names, whose names are others' now. */
  merges?: readonly PersonMerge[];
  /** For an event that makes two records one. */
  merging?: Merging;
};

/** All that accepting an event writes. */
export type IntakeWrite = {
  /** The loan after the event, before `items` are appended. */
  loan: LoanRecord;
  event: EventRecord;
  /** Debtors that were not yet known to owe on this loan. */
  newDebtors: string[];
  items: { caseId: string; item: NewInput }[];
  personHold?: { personId: string; hold: Hold };
  /** On loans of the person the event is about, beside what `loan` has. */
  loanHolds?: { loanId: string; hold: Hold }[];
  histories?: PersonHistory[];
  /** Both persons, as they were read, and all their loans are written. */
  merge?: Required<Merging>;
};

export type IntakeVerdict =
  | { verdict: 'accept'; write: IntakeWrite; ring: string[] }
  /** Same id, same bytes: nothing is written. */
  | { verdict: 'known'; ring: string[] }
  | { verdict: 'park'; because: ParkedBecause };

/** A parked event taken again: accepting it also resolves it. */
export type Redrive = { parkedId: string; actor: string };

export type Received =
  | { received: 'accepted' | 'known'; ring: string[]; unresolved: string[] }
  | { received: 'refused'; because: ParkedBecause };

export interface IntakeStore {
  /**
   * Reads, lets `judge` decide, writes, in one transaction that conflicts with every other writer of the loan; `judge` may be asked
   * several times. With `redrive` an accepted or known event also resolves its parked document, once. Throws on trouble.
   * `unresolved`: the parked events that still name the loan.
   */
  receive(
    event: LoanEvent,
    place: Place,
    judge: (read: IntakeRead) => IntakeVerdict,
    redrive?: Redrive,
  ): Promise<Received>;
}
