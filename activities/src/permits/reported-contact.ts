import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Channel } from '@recourse/domain/contact/channel';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Wish } from '@recourse/domain/contact/wish';
import type { Law } from '@recourse/domain/law/law';

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

/** Where it cannot be counted it is not taken: somebody must look at it. */
export type ReportedResult = { ring: string[] } | 'unknown-placement' | 'unknown-person' | 'unknown-point';

export interface ReportedContactStore {
  /**
   * One transaction. With the permit's dial that was let go: concludes it. Without: the contact as it happened in the ledgers of person
   * and number, on the day of `at`, with all that its outcome brings, and a breach for the case. The same `itemId` again changes nothing.
   */
  record(contact: ReportedContact, itemId: string, at: Instant, law: Law): Promise<ReportedResult>;
}
