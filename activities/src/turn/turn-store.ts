import type { CollectionCase, Carry } from '@recourse/domain/case/collection-case';
import type { Input } from '@recourse/domain/case/case-inputs';
import type { SeenPerson } from '@recourse/domain/case/seen';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Ending } from '@recourse/domain/case/stage';
import type { Hold } from '@recourse/domain/holds/hold';
import type { LoanRecord } from '../records/loan-record.js';
import type { TaskRecord } from '../records/task-record.js';

/** All a turn may read. `inbox` holds the unconsumed items in order of `n`; `begunActs` the case's acts not yet concluded. */
export type TurnRead = {
  caseId: string;
  now: Instant;
  clockKind: 'real' | 'test';
  strategyName: string;
  kase?: CollectionCase;
  loan: LoanRecord;
  inbox: Input[];
  people: SeenPerson[];
  unconcluded: { planId: string; actId: string; status: 'begun' | 'accepted' }[];
};

/** All a turn writes, in one transaction, guarded by the version (`seq`) of the case it read. Nothing is written when there are no entries. */
export type TurnWrite = {
  entries: JournalEntry[];
  kase: CollectionCase;
  consumedThrough: number;
  answers: Record<string, { accepted: true } | { accepted: false; reason: string }>;
  tasksOpened: TaskRecord[];
  tasksClosed: { taskId: string; because: 'answered' | 'missed' | 'withdrawn'; at: Instant }[];
  loanHoldsPlaced: Hold[];
  loanHoldsEnded: { holdId: string; at: Instant }[];
  /** Closing requires that neither position nor inbox has moved and nothing is begun; else `moved`. */
  closes?: { ending: Ending; carry: Carry };
};

export interface TurnStore {
  /** Reads, lets `judge` decide, writes. `moved`: someone else wrote meanwhile; read again. Throws on trouble. */
  takeTurn(caseId: string, judge: (read: TurnRead) => TurnWrite): Promise<{ written: boolean; kase: CollectionCase } | 'moved' | 'no-loan'>;
  /** The case as last written. */
  load(caseId: string): Promise<CollectionCase | undefined>;
}
