import { isAnswerOwed } from '@recourse/domain/case/matters-of-case';
import type { SearchedSource } from '@recourse/domain/contact/searched-source';
import { ringAll } from '../contact/ring-all.js';
import type { TaskRecord } from '../records/task-record.js';
import type { DeskPorts } from './desk-ports.js';
import type { DeskRefusal } from './task-store.js';

/** Says that work which contacts nobody (a follow-up, a search) is done. `searched`: each source that was asked in a search, once, and what it told. */
export async function completeTask(
  { tasks, clock, doorbell }: Pick<DeskPorts, 'tasks' | 'clock' | 'doorbell'>,
  taskId: string,
  by: string,
  searched: SearchedSource[] = [],
): Promise<{ completed: true } | { completed: false; refused: DeskRefusal }> {
  const task = await tasks.task(taskId);
  if (!task) return { completed: false, refused: 'unknown-task' };
  const refused = unfit(task, searched);
  if (refused) return { completed: false, refused };
  const { now: at } = await clock.now(task.tenant);
  const outcome = { planId: taskId, actId: taskId, at, result: 'done' as const };
  const result = await tasks.complete(taskId, by, outcome, searched);
  if (typeof result === 'string') return { completed: false, refused: result };
  await ringAll(doorbell, result.ring);
  return { completed: true };
}

function unfit({ _id, kind }: TaskRecord, searched: readonly SearchedSource[]): DeskRefusal | undefined {
  if (kind === 'verify-person') return 'closed-by-loading';
  if (isAnswerOwed(_id)) return 'closed-by-answer';
  if (kind !== 'locate-debtor') return searched.length > 0 ? 'not-a-search' : undefined;
  const asked = new Set(searched.map(({ source }) => source));
  return asked.size > 0 && asked.size === searched.length ? undefined : 'sources-not-told';
}
