import type { TaskRecord } from '../records/task-record.js';
import type { DeskPorts } from './desk-ports.js';

/** The worklist: open work, soonest deadline first. `limit` at most 500. */
export const listTasks = (
  { tasks }: Pick<DeskPorts, 'tasks'>,
  tenant: string,
  kind?: TaskRecord['kind'],
  limit = 100,
): Promise<TaskRecord[]> => tasks.openTasks(tenant, kind, Math.min(limit, 500));
