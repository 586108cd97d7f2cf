import { ringAll } from '../contact/ring-all.js';
import type { DeskPorts } from './desk-ports.js';
import type { DeskRefusal } from './task-store.js';

/** Says that work which contacts nobody (a follow-up) is done. */
export async function completeTask(
  { tasks, clock, doorbell }: Pick<DeskPorts, 'tasks' | 'clock' | 'doorbell'>,
  taskId: string,
  by: string,
): Promise<{ completed: true } | { completed: false; refused: DeskRefusal }> {
  const task = await tasks.task(taskId);
  if (!task) return { completed: false, refused: 'unknown-task' };
  if (task.kind === 'verify-person') return { completed: false, refused: 'closed-by-loading' };
  const { now: at } = await clock.now(task.tenant);
  const result = await tasks.complete(taskId, by, { planId: taskId, actId: taskId, at, result: 'done' });
  if (typeof result === 'string') return { completed: false, refused: result };
  await ringAll(doorbell, result.ring);
  return { completed: true };
}
