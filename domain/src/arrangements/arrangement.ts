import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Components, Minor } from '../money/money.js';
import type { ArrangementKind, Authority } from './arrangement-kind.js';

/** `arrears`: what is overdue now; `all`: all that is owed, due or not, in place of the contract's own schedule. */
export type ArrangementOver = 'arrears' | 'all';

/** What somebody wants agreed. Minor units. Monthly from `firstOn`, either so many `instalments` or so much (`amount`) each; all may be one. */
export type ArrangementAsked = {
  kind: ArrangementKind;
  over: ArrangementOver;
  firstOn: Day;
  instalments?: number;
  amount?: Minor;
  /** What is paid on the first day, when it is not like the others. */
  firstPayment?: Minor;
  /** What the lender gives up. */
  discount?: Minor;
};

/** How what is to be paid is laid out over months; `first` and `last` are all there is of one and of two. */
export type Layout = { instalments: number; firstOn: Day; first: Minor; each: Minor; last: Minor };

/** What is agreed, with the terms it is judged by, fixed when it was proposed. Minor units of `currency`. */
export type ArrangementTerms = {
  kind: ArrangementKind;
  over: ArrangementOver;
  currency: string;
  /** What it is about, by component: its sum less that of `discount` is what is paid. What is not due yet stands as principal. */
  owed: Components;
  discount: Components;
  /** What of `owed` lateness had cost by the day before it was proposed, and nobody had billed. Absent: nothing. */
  late?: Components;
  /** Of what lateness was ever charged so much is done with once it is kept: what was billed by then, and what is given up. Absent: nothing unbilled is given up. */
  settles?: Components;
  layout: Layout;
  /** Charges for lateness and interest run on. */
  accrues: boolean;
  /** Days after a due day on which money still keeps it, by value date; then until money has been told; then until it is past cure. */
  graceDays: number;
  postingDays: number;
  cureDays: number;
  /** What may be missing of all that was to come by a day. */
  tolerance: Minor;
};

/** `proposed`: waits for a second person; `offered`: for the debtor; `active`: agreed and kept so far. The others are over, but that news of money may turn `kept` and `broken`. */
export type ArrangementState =
  | 'proposed'
  | 'offered'
  | 'active'
  | 'kept'
  | 'broken'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'
  | 'loan-ended';

/** One arrangement of a case; its id is the inbox item that proposed it. */
export type Arrangement = {
  id: string;
  state: ArrangementState;
  terms: ArrangementTerms;
  proposedAt: Instant;
  /** Who proposed it, and by which authority. */
  proposedBy: string;
  authority: Authority;
  /** The least authority that may approve it; absent: the proposer's own was enough. */
  needs?: Authority;
  approvedBy?: string;
  offerUntil: Instant;
  /** SHA-256 of what the agreement says: what is accepted is what was offered. */
  hash: string;
  /** Money of this value date and later is for it, but for what had come when it was proposed. */
  countsFrom: Day;
  notCounting: string[];
  acceptedOn?: Day;
  acceptedBy?: string;
};
