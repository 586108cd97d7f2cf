import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { DeskPorts } from './desk-ports.js';
import type { DeskRefusal } from './task-store.js';

/** Minutes of the tenant's clock for which nobody else gets the task. */
const leaseMinutes = 30;

export type LeaseTask = { leased: true; until: Instant } | { leased: false; refused: DeskRefusal };

/** Takes a task in hand (领取). Nobody is contacted yet. */
export async function leaseTask(
  { tasks, clock }: Pick<DeskPorts, 'tasks' | 'clock'>,
  taskId: string,
  by: string,
): Promise<LeaseTask> {
  const task = await tasks.task(taskId);
  if (!task) return { leased: false, refused: 'unknown-task' };
  const { now } = await clock.now(task.tenant);
  const until = minutesLater(now, leaseMinutes);
  const leased = await tasks.lease(taskId, by, until, now);
  return leased === 'leased' ? { leased: true, until } : { leased: false, refused: leased };
}
