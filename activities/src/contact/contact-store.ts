import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { RefusalReason } from '@recourse/domain/contact/refusal';
import type { Hold } from '@recourse/domain/holds/hold';
import type { ActRecord } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { PersonRecord, PointOfPerson, PointRecord } from '../records/person-record.js';
import type { TaskRecord } from '../records/task-record.js';

/** Who wants to act on which plan. A desk or crew member names the task whose lease is held. */
export type BeginRequest = { caseId: string; planId: string; actor: string; taskId?: string };

/** What `begin` read inside its transaction; every document of it that the judgment rests on is also written. */
export type BeginRead = {
  now: Instant;
  wall: Date;
  contactStopped: boolean;
  /** Ingest has taken everything that was on the log 5 s ago, and said so in the last 10 s. */
  ingestIsCurrent: boolean;
  kase: CollectionCase;
  loan: LoanRecord;
  /** The person's other open cases, with their loans (for `covers`). */
  siblings: { kase: CollectionCase; loan: LoanRecord }[];
  person?: PersonRecord;
  point?: { ofPerson: PointOfPerson; record: PointRecord };
  task?: TaskRecord;
};

/** What was decided: begin (with all that is written), or a value that says why not. */
export type BeginVerdict =
  | { go: true; act: ActRecord; entry?: LedgerEntry }
  | { go: false; withheld: Extract<ActOutcome, { result: 'deferred' | 'refused' | 'superseded' | 'covered' }>; trace: unknown[] };

export type BeginResult =
  | { begun: 'now'; act: ActRecord }
  | { begun: 'before'; act: ActRecord }
  | { begun: 'no'; withheld: Extract<ActOutcome, { result: 'deferred' | 'refused' | 'superseded' | 'covered' }>; trace: unknown[] };

/** What concluding an act changes beside the inboxes: holds for loan, person or point, an invalid point, an opt-out. */
export type ConcludeEffects = { entry?: Pick<LedgerEntry, 'connected' | 'conversation' | 'rightParty'>; holds: Hold[]; pointInvalid: boolean };

export interface ContactStore {
  /** One writing transaction (design section 6): person, point, loans sorted by id, then the act. Conflicts retry with jitter up to 5 s, then `busy` (a deferral). */
  begin(request: BeginRequest, judge: (read: BeginRead) => BeginVerdict): Promise<BeginResult>;
  /** The provider took it. */
  accepted(actId: string, acceptedAt: Instant, providerRef: string | undefined): Promise<void>;
  /** Writes outcome, ledger and holds and appends one item per covered case. `known`: it was concluded before (the first outcome stays). Returns the cases to ring. */
  conclude(actId: string, outcome: ActOutcome, effects: ConcludeEffects): Promise<{ concluded: 'now' | 'known'; ring: string[] } | 'unknown-act'>;
  /** Appends an outcome that needed no act: deferred, refused, superseded, offered. `itemId` makes it once. */
  withhold(caseId: string, itemId: string, outcome: ActOutcome): Promise<void>;
  act(actId: string): Promise<ActRecord | undefined>;
  /** Acts begun (not accepted) before the wall time, or accepted before the tenant time. */
  unsettled(begunBefore: Date, limit: number): Promise<ActRecord[]>;
}

export type { RefusalReason };
