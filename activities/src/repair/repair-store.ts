import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Repaired } from '@recourse/domain/case/case-facts';
import type { CaseJudged, CaseSeen } from './judge-case.js';

/** Work that people see and no case knows of. */
export type StrayTask = { taskId: string; caseId: string };

/** What repair reads and restores. Everything about one tenant. */
export interface RepairStore {
  /** Every case there ever was, by what its loan and the documents say; in order. */
  caseIds(): Promise<string[]>;
  /** Read in one snapshot. */
  see(caseId: string): Promise<CaseSeen>;
  /**
   * Reads again, lets `judge` decide, and writes document, loan and relay position as judged, with one fact for each damage:
   * in one transaction. Answers what it has repaired.
   */
  restore(caseId: string, judge: (seen: CaseSeen) => CaseJudged | undefined, actor: string): Promise<Repaired[]>;
  /** States in the journal what was repaired beside the store. False, and nothing stated: no document, or a closed case, which needs no workflow. */
  note(caseId: string, repaired: Repaired, actor: string): Promise<boolean>;
  /** Entries the relay has not noted as published, per case, in order. */
  unpublished(): Promise<Map<string, JournalEntry[]>>;
  /** Ids (`caseId/seq`) of the entries that a relay goes on to from where it stands; undefined when it will compare all by itself. */
  aheadOfRelay(): Promise<ReadonlySet<string> | undefined>;
  /** The relay has these behind it. */
  published(caseId: string, seq: number): Promise<void>;
  strayTasks(): Promise<StrayTask[]>;
  /** Withdraws it, if it is still open, and states so in its case. */
  withdraw(task: StrayTask, actor: string): Promise<boolean>;
  /** Cases with an item that nobody has read for 5 s, and on the real clock those whose plan is a minute past. */
  unheard(): Promise<string[]>;
}
