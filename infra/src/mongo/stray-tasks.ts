import type { StrayTask } from '@recourse/activities/repair/repair-store';
import type { Instant } from '@recourse/domain/calendar/instant';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Stores = Pick<Collections, 'tasks' | 'cases'>;

/** Open tasks that the case which opened them (the first they cover) does not know. */
export async function strayTasks({ tasks, cases }: Stores, tenant: string): Promise<StrayTask[]> {
  // Tasks first: what a turn opens or closes meanwhile is then found known, or not open any more when it is withdrawn.
  const open = await tasks.find({ tenant, status: 'open' }, { projection: { covers: 1 } }).toArray();
  const owners = open.flatMap(({ covers }) => covers.slice(0, 1).map(({ caseId }) => caseId));
  // A closed case too may know a task: a follow-up outlives it.
  const known = await cases.find({ _id: { $in: owners } }, { projection: { openTasks: 1 } }).toArray();
  const mine = new Set(known.flatMap(({ openTasks }) => openTasks));
  return open.flatMap(({ _id, covers: [owner] }) =>
    mine.has(_id) ? [] : [{ taskId: _id, caseId: owner?.caseId ?? '' }],
  );
}

/** Answers whether it was still open, and still unknown to its case. */
export async function withdrawTask(
  { tasks, cases }: Stores,
  session: mongoose.mongo.ClientSession,
  { taskId, caseId }: StrayTask,
  at: Instant,
): Promise<boolean> {
  const owner = await cases.findOne({ _id: caseId }, { session, projection: { openTasks: 1 } });
  if (owner?.openTasks.includes(taskId)) return false;
  const closed = { status: 'closed', closedBecause: 'withdrawn', closedAt: at } as const;
  const done = await tasks.updateOne(
    { _id: taskId, status: 'open' },
    { $set: closed, $inc: { version: 1 } },
    { session },
  );
  return done.matchedCount === 1;
}
