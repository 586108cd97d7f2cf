import type { Input, NewInput } from '@recourse/domain/case/case-inputs';
import type { CollectionCase, Carry } from '@recourse/domain/case/collection-case';
import type { PlannedNext } from '@recourse/domain/case/plan';
import type { SeenPerson, SeenRelated } from '@recourse/domain/case/seen';
import type { Ending } from '@recourse/domain/case/stage';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Hold } from '@recourse/domain/holds/hold';
import type { LoanRecord } from '../records/loan-record.js';
import type { TaskRecord } from '../records/task-record.js';

/** Another open case of the person spoken to: it may be served by the same call or visit. */
export type Sibling = { caseId: string; loanId: string; plan: PlannedNext };

/** All a turn may read. `inbox` holds the unconsumed items in order of `n`. */
export type TurnRead = {
  caseId: string;
  now: Instant;
  clockKind: 'real' | 'test';
  /** For a case that opens now. */
  strategyName: string;
  kase?: CollectionCase;
  loan: LoanRecord;
  inbox: Input[];
  people: SeenPerson[];
  related?: SeenRelated[];
  /** Acts that speak of this case and whose outcome is outstanding, under this case's plan. */
  unconcluded: { planId: string; actId: string; status: 'begun' | 'accepted' }[];
  /** Present when the inbox says that work was offered: what a task opened now may cover, and the open task that already covers the plan. */
  offering?: { siblings: Sibling[]; coveredBy?: string };
};

export type Answer = { accepted: true } | { accepted: false; reason: string };

/** All a turn writes, in one transaction, guarded by the version (`seq`) of the case it read. Nothing is written when there are no entries. */
export type TurnWrite = {
  entries: JournalEntry[];
  /** The case after the entries; without entries, as it was read. */
  kase: CollectionCase;
  /** The inbox numbers consumed by this turn. */
  consumed: { itemId: string; answer?: Answer }[];
  tasksOpened: TaskRecord[];
  tasksClosed: { taskId: string; because: 'answered' | 'missed' | 'withdrawn'; at: Instant }[];
  /** Holds decided by the turn that loan or person do not have yet. */
  holdsPlaced: Hold[];
  holdsEnded: { hold: Hold; at: Instant }[];
  /** What the person's other open cases must hear. */
  tells: { personId: string; item: NewInput }[];
  /** Closing requires that neither position nor inbox has moved since the read and nothing is begun; else `moved`. */
  closes?: { ending: Ending; carry: Carry };
};

/** `ring`: the other cases with news. */
export type TurnTaken = {
  written: boolean;
  kase: CollectionCase;
  now: Instant;
  clockKind: 'real' | 'test';
  ring: string[];
};

export interface TurnStore {
  /** Reads, lets `judge` decide (possibly more than once), writes. `moved`: someone else wrote meanwhile; read again. Throws on trouble. */
  takeTurn(caseId: string, judge: (read: TurnRead) => TurnWrite): Promise<TurnTaken | 'moved' | 'no-loan'>;
  /** The case as last written. */
  load(caseId: string): Promise<CollectionCase | undefined>;
}
