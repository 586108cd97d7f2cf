import type { Instant } from '@recourse/domain/calendar/instant';
import type { TaskRecord } from '../records/task-record.js';

export type DeskRefusal = 'unknown-task' | 'task-closed' | 'leased-by-another' | 'lease-not-held' | 'already-answered' | 'not-started' | 'already-started';

/** The desk's guarded writes on tasks: lease and answer only. */
export interface TaskStore {
  openTasks(tenant: string, kind: TaskRecord['kind'] | undefined, limit: number): Promise<TaskRecord[]>;
  task(taskId: string): Promise<TaskRecord | undefined>;
  lease(taskId: string, by: string, until: Instant, now: Instant): Promise<'leased' | DeskRefusal>;
  handBack(taskId: string, by: string): Promise<'handed-back' | DeskRefusal>;
  markStarted(taskId: string, by: string, at: Instant): Promise<'started' | DeskRefusal>;
  markAnswered(taskId: string, by: string, at: Instant, code: string): Promise<'answered' | DeskRefusal>;
}
