import type { Instant } from '@recourse/domain/calendar/instant';
import type { ActOutcome } from '@recourse/domain/case/act-outcome';
import type { SearchedSource } from '@recourse/domain/contact/searched-source';
import type { TaskRecord } from '../records/task-record.js';

export type DeskRefusal =
  | 'unknown-task'
  | 'task-closed'
  | 'leased-by-another'
  | 'lease-not-held'
  | 'already-answered'
  | 'not-started'
  | 'already-started'
  | 'not-a-contact'
  | 'closed-by-loading'
  | 'closed-by-answer'
  | 'sources-not-told'
  | 'not-a-search'
  | 'wish-not-from-them'
  | 'wish-out-of-bounds';

/** The desk's guarded writes on tasks. Starting and answering a call or visit are written by `begin` and `conclude`, with the contact itself. */
export interface TaskStore {
  /** Open tasks not answered yet, by deadline and id. */
  openTasks(tenant: string, kind: TaskRecord['kind'] | undefined, limit: number): Promise<TaskRecord[]>;
  task(taskId: string): Promise<TaskRecord | undefined>;
  /** Again by the same person: extends. */
  lease(taskId: string, by: string, until: Instant, now: Instant): Promise<'leased' | DeskRefusal>;
  handBack(taskId: string, by: string): Promise<'handed-back' | DeskRefusal>;
  /** Answers work that contacts nobody (follow-ups, searches), in one transaction with the item that tells its case. */
  complete(
    taskId: string,
    by: string,
    outcome: ActOutcome,
    searched?: SearchedSource[],
  ): Promise<{ completed: true; ring: string[] } | DeskRefusal>;
}
