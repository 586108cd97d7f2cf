import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Channel } from '@recourse/domain/contact/channel';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Wish } from '@recourse/domain/contact/wish';
import type { CaseNote } from '../contact/case-note.js';
import type { AttemptReport } from '../contact/conclude-attempt.js';
import type { BeginRead } from '../contact/contact-store.js';
import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PermitRecord } from '../records/permit-record.js';

/** A contact an agency made about a loan that was placed with it; `permit`: the dial it says it was let go by. */
export type ReportedContact = {
  placementId: string;
  personId: string;
  pointId: string;
  channel: Channel;
  code: OutcomeCode;
  details?: OutcomeDetails;
  wishes?: readonly Wish[];
  permit?: { permitId: string; n: number };
};

/** The event that tells of it: `itemId` names it for ever, `at` is when the contact was made. */
export type ReportedEvent = { contact: ReportedContact; itemId: string; at: Instant };

/** Why it is not taken: where it cannot be counted somebody must look at it. */
export type ReportedRefusal = 'unknown-placement' | 'unknown-person' | 'unknown-point';

/**
 * What judging it rests on; all of it is written when it is counted. `placement`: the act it names, whatever that is; `loans`: of that act, by
 * id; `permit` and `dial`: those it names, if they are there; `before`: the act made of this event before.
 */
export type ReportedRead = Pick<BeginRead, 'wall' | 'person' | 'point'> & {
  placement?: ActRecord;
  loans: LoanRecord[];
  permit?: PermitRecord;
  dial?: ActRecord;
  before?: ActRecord;
};

/** `dial`: it is what came of a dial that was let go, which keeps the event from now on. `breach`: nobody let it go; it is written as it happened, concluded, and told to the cases. */
export type ReportedVerdict =
  | { taken: 'not'; because: ReportedRefusal }
  | { taken: 'known'; ring: string[] }
  | { taken: 'dial'; actId: string; report: AttemptReport }
  | { taken: 'breach'; act: ActRecord; entry: LedgerEntry; report: AttemptReport; notes: CaseNote[] };

export type ReportedResult = { ring: string[] } | ReportedRefusal;

export interface ReportedContactStore {
  /**
   * One transaction: reads, lets `judge` decide, and writes what it says: a dial's outcome, or act, ledgers of person and number, loans, the
   * outcome and a breach for each case. The same event again changes nothing.
   */
  record(event: ReportedEvent, judge: (read: ReportedRead) => ReportedVerdict): Promise<ReportedResult>;
}
