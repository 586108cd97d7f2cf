import type { Interruption, Suspension } from '../limitation/interruption.js';
import type { LimitationState } from '../limitation/limitation-fact.js';
import type { LadderEnd } from '../strategy/end-of-ladder.js';
import type { WriteOff } from '../write-off/write-off.js';
import type { Arrangement } from '../arrangements/arrangement.js';
import type { PromiseMade } from '../arrangements/promise.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Channel } from '../contact/channel.js';
import type { CreditAnswer } from '../credit-reporting/credit-answer-due.js';
import type { Hold } from '../holds/hold.js';
import type { Matter } from '../matters/matter.js';
import type { LateOwed } from '../money/late-owed.js';
import type { Minor } from '../money/money.js';
import type { Discrepancy } from './contract-fact.js';
import type { VerificationSource, VerificationWait } from './loan-verification.js';
import type { Plan } from './plan.js';
import type { Ending, Stage } from './stage.js';
import type { Terms } from './terms.js';

/** `open`: planned, or tried and its tries not used; the rest are over for this round. */
export type StepState = {
  tries: number;
  lastPlannedAt: Instant;
  /** Whom it was last planned to reach. */
  personId?: string;
  state: 'open' | 'done' | 'lapsed';
  /** Sent or offered, outcome outstanding until `awaitingUntil`. */
  awaiting?: 'receipt' | 'task';
  awaitingUntil?: Instant;
  deferredUntil?: Instant;
  /** Due from here on whatever the ladder says: an alternative that was called in, or a call-back that was agreed. */
  calledInAt?: Instant;
  /** An alternative without a ladder day counts the days between its tries from here. */
  alternativeSince?: Instant;
  /** Tries of before it was called in again, which count no more. */
  triesBefore?: number;
};

/** `personId`: who was told; absent from older ones: who is the borrower. */
export type NoticeGiven = { kind: string; instalments: number[]; provedOn: Day; personId?: string };

/** What an ended episode leaves to the next of the same loan. */
export type Carry = {
  notices: NoticeGiven[];
  lastStage?: Stage;
  round: number;
  anchorOn: Day;
  endedAt: Instant;
  /** What let the limitation of the claim begin anew; absent: nothing that was worth a record. */
  interruptions?: Interruption[];
  /** What stood in the way of claiming; of what lasted still, the days up to the end of the episode. */
  suspensions?: Suspension[];
  /** One that was approved: the claim is written off once. */
  writeOff?: WriteOff;
};

/** Something handed to an agency or law firm and not yet back; `id` is the placement (the plan id that placed it). */
export type HandedTo = { kind: 'agency' | 'law-firm'; id: string; partnerId: string; round: number; since: Instant };

/**
 * How far servicing has confirmed the case; absent until it was first asked. `tries` counts what was asked and is over,
 * `inARow` the waits for the same reason one after another. `by`: who verified it last; kept while something is asked again.
 * `notOverdueSince`: when servicing first said so, whatever it was waited for since.
 */
export type Verification = { tries: number; by?: 'servicing' | 'person' } & (
  | {
      state: 'awaited';
      from: VerificationSource;
      because: VerificationWait;
      until: Instant;
      inARow: number;
      notOverdueSince?: Instant;
    }
  | { state: 'verified' }
  | { state: 'mismatched' }
);

/** Of a loan that somebody else collected before: how far the ladder had been walked, and when each channel was last used. */
export type HistoryTakenOn = { walkedUntil: Instant; lastContactOn: Partial<Record<Channel, Day>> };

/** What is recorded of the limitation of the claim, and what was last said of its end. */
export type LimitationOnRecord = {
  interruptions?: Interruption[];
  suspensions?: Suspension[];
  noted?: { state: LimitationState; endsOn?: Day };
};

/** One overdue episode of one loan (催收案件): the fold of its journal. Plain JSON under 32 KB. */
export type CollectionCase = {
  v: 1;
  caseId: string;
  tenant: string;
  loanId: string;
  episode: number;
  /** Number and hash of the last journal entry. */
  seq: number;
  head: string;
  /** The last inbox number this case has consumed. */
  consumedThrough: number;
  status: 'intake' | 'open' | 'closed';
  terms: Terms;
  /** Who was a debtor and is none any more, or was none for a while: what holds the person does not hold the case meanwhile. */
  formerDebtors?: { personId: string; from: Instant; until?: Instant }[];
  zone: ZoneSlice;
  graceEndsAt: Instant;
  stage?: Stage;
  stageEnteredAt?: Instant;
  /** The last ladder stage, kept through monitoring for a reversal. */
  lastLadderStage?: Stage;
  /** When the last try of any step was concluded: late steps keep their distance from it. */
  lastActedAt?: Instant;
  /** Servicing has closed the loan: the case ends so as soon as nothing is handed over any more. */
  endsAs?: Ending;
  /** Stages passed over in this round. */
  passedOver: Stage[];
  round: number;
  segment: string;
  strategy: { name: string; version: number; hash: string };
  anchorOn: Day;
  holds: Hold[];
  noted: {
    positionVersion: number;
    arrears: Minor;
    currency: string;
    dpd: number;
    bucket: string;
    unpaidInstalments: number[];
    oldestUnpaidDueOn?: Day;
    /** As of the day it was noted; who tells a borrower anything reckons it anew. */
    late?: LateOwed;
  };
  /** Keyed `round/step`. */
  steps: Record<string, StepState>;
  /** Local days on which a call failed to reach the right party, for visit screening. */
  failedCallDays: Day[];
  refusedOn?: Day;
  notices: NoticeGiven[];
  openTasks: string[];
  promises: PromiseMade[];
  /** Absent: none was ever proposed. */
  arrangements?: Arrangement[];
  /** Disputes and complaints, over or not. Absent: none was ever raised. */
  matters?: Matter[];
  /** Disputes of what the credit bureau was told, answered or not. Absent: none was told. */
  creditAnswers?: CreditAnswer[];
  /** The oldest due date for which the stage was kept though it belongs to one below. */
  stageKeptFor?: Day;
  /** The stage was reached because promises were broken, ahead of its time; gone with the next move. `anchorOn`: of the arrears then. */
  climbed?: { from: Stage; promises: string[]; anchorOn: Day };
  handedTo?: HandedTo;
  carried?: Carry;
  verification?: Verification;
  takenOn?: HistoryTakenOn;
  /** Numbers that made a borrower reachable again: each is called for once. */
  located?: string[];
  /** Sums of servicing that are not ours, in the order in which they were found. Absent: none ever was. */
  discrepancies?: {
    discrepancy: Discrepancy;
    taskId: string;
    state: 'open' | 'solved-by-news' | 'solved-by-person';
  }[];
  /** The failed debit after which servicing was asked for another, last. */
  debitAskedAfter?: string;
  limitation?: LimitationOnRecord;
  /** Nothing of the ladder is left to do in this round. */
  ladderEnded?: { becomes: LadderEnd; at: Instant };
  /** The last one proposed. */
  writeOff?: WriteOff;
  plan: Plan;
};
