import type { Act } from '@recourse/domain/case/act';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { PartnerReport } from '@recourse/domain/case/case-inputs';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { OpenCall } from '@recourse/domain/contact/one-call';
import type { ToldWishes } from '@recourse/domain/contact/wish';
import type { Hold } from '@recourse/domain/holds/hold';
import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord, PointOfPerson, PointRecord } from '../records/person-record.js';
import type { TaskRecord } from '../records/task-record.js';
import type { CaseNote } from './case-note.js';
import type { CoveredStanding } from './refused-promise.js';

/** Who wants to act on which plan. A desk or crew member names the task whose lease is held. */
export type BeginRequest = { caseId: string; planId: string; actor: string; taskId?: string };

/** Another open case of the same person, its plan not begun by any act; `task` when the plan awaits one. */
export type Sibling = { kase: CollectionCase; loan: LoanRecord; task?: TaskRecord };

/** What `begin` read inside its transaction; every document of it that the judgment rests on is also written. */
export type BeginRead = {
  now: Instant;
  wall: Date;
  contactStopped: boolean;
  /** Ingest has taken everything that was on the log 5 s ago, and said so in the last 10 s. */
  ingestIsCurrent: boolean;
  kase: CollectionCase;
  loan: LoanRecord;
  siblings: Sibling[];
  /** Whom the act speaks to; of a placement or referral the borrower. */
  person?: PersonRecord;
  /** Whom somebody who is no borrower is contacted about: their grounds are that person's state, so it is written too. */
  debtor?: PersonRecord;
  /** What an act takes back: the placement or referral as it was begun. */
  placement?: ActRecord;
  point?: { ofPerson: PointOfPerson; record: PointRecord };
  /** Calls to the person or the number, ours or of permits, of which nobody has told the outcome. Each has written their ledgers, and so conflicts. */
  openCalls: OpenCall[];
  task?: TaskRecord;
};

/** Why `begin` did not happen; appended to the case's inbox by `withhold`. */
export type Withheld = ActOutcome & { result: 'deferred' | 'refused' | 'superseded' | 'covered' };

/** What was decided: begin (with all that is written), or a value that says why not. */
export type BeginVerdict =
  | {
      go: true;
      act: ActRecord;
      entry?: LedgerEntry;
      startedTasks: string[];
      /** Told to the cases whose loans might have joined and do not. */
      notes?: CaseNote[];
      collectingParty?: NonNullable<PersonRecord['collectingParty']>;
    }
  | { go: false; withheld: Withheld };

/** `dueAt` and `readPosition` of the plan as read: they tell one performance of a plan from the next. `ring`: other cases with news. */
export type BeginResult =
  | { begun: 'now' | 'before'; act: ActRecord; ring?: string[] }
  | { begun: 'no'; withheld: Withheld; dueAt: Instant; readPosition: number };

/**
 * What concluding an act changes beside the inboxes. `entry` absent: nobody knows, and it keeps counting as a conversation.
 * `neverSent`: it is certain that nothing went out; the attempt does not count and the plan may be begun anew.
 */
export type ConcludeEffects = {
  entry?: Pick<LedgerEntry, 'connected' | 'conversation' | 'rightParty' | 'voicemail'>;
  neverSent: boolean;
  holds: Hold[];
  pointInvalid: boolean;
  /** Somebody who is no debtor asked never to be contacted again. */
  refusedForEver?: true;
};

/** What the judgment of an act's outcome rests on; `now` by the tenant's clock. */
export type Concluding = { act: ActRecord; now: Instant };

/**
 * `known`: of the outcome nothing is new. `tellCases`: whether it is news to the covered cases, or only sets act and task free. `heard`: what
 * the one who was reached asked for or agreed to and counts, whether the outcome does or not.
 */
export type Conclusion =
  | { known: true; heard?: ToldWishes }
  | { known: false; outcome: ActOutcome; effects: ConcludeEffects; tellCases: boolean; heard?: ToldWishes };

export type PersonsAnswer = ToldWishes & { stops?: true };

export type PlannedAct = { act: Act; dueAt: Instant; readPosition: number; strategyHash: string };

export type ConcludeResult = { concluded: 'now' | 'known'; ring: string[] } | 'unknown-act';

export interface ContactStore {
  /**
   * One writing transaction (design section 6): person, point, loans sorted by id, act, tasks. `judge` must be pure: it may run again
   * after a conflict. After 5 s of conflicts the answer is a deferral with rule `BUSY`.
   */
  begin(request: BeginRequest, judge: (read: BeginRead) => BeginVerdict): Promise<BeginResult>;
  /** Reads as `begin` does and writes nothing: the gate asked ahead. */
  look(request: BeginRequest, judge: (read: BeginRead) => BeginVerdict): Promise<BeginResult>;
  /** The provider took it. Nothing happens when it was concluded meanwhile. */
  accepted(actId: string, acceptedAt: Instant, providerRef: string | undefined): Promise<void>;
  /**
   * Reads the act, lets `judge` say what became of it, writes outcome, ledger, holds and task answers, and appends one item per covered case with the holds that concern it, all at once.
   * A person's hold is also told to the person's other open cases. `known`: it was concluded before (the first outcome stays). Returns the cases to ring.
   */
  conclude(actId: string, judge: (concluding: Concluding) => Conclusion): Promise<ConcludeResult>;
  /**
   * What the person of an act has answered, beside any outcome: onto the person, and told to the covered cases, in one transaction. The same
   * again changes nothing. `stops`: a word that asks to stop was sent back by the medium of the act.
   */
  hear(actId: string, answer: PersonsAnswer): Promise<{ ring: string[] } | 'unknown-act'>;
  /** Appends an outcome that needed no act: deferred, refused, superseded, covered, offered. `itemId` makes it once. */
  withhold(caseId: string, itemId: string, outcome: ActOutcome): Promise<void>;
  /** Appends that a person's start was not let happen, for the journal alone. `itemId` makes it once. */
  noteStart(caseId: string, itemId: string, by: string, outcome: ActOutcome): Promise<void>;
  /** What a partner tells of a placement: appended to its case; `returned` also frees the person. Undefined: no such placement. */
  partnerReported(report: PartnerReport, itemId: string, at: Instant): Promise<{ ring: string[] } | undefined>;
  act(actId: string): Promise<ActRecord | undefined>;
  /** The cases it covers and their positions, as they stand now. */
  covered(act: ActRecord): Promise<CoveredStanding[]>;
  /** The act that was begun for a task, by whoever started it. */
  actOfTask(taskId: string): Promise<ActRecord | undefined>;
  /** The case's plan when it is `planId` and has an act: what kind of act is to be performed. Nothing may be begun on it. */
  plannedAct(caseId: string, planId: string): Promise<PlannedAct | undefined>;
  /** Acts of machines and partners begun before the wall time, then those accepted and not asked about since `askedBefore`. Oldest first. */
  unsettled(begunBefore: Date, askedBefore: Date, limit: number): Promise<ActRecord[]>;
  asked(actId: string): Promise<void>;
}
