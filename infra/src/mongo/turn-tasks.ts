import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { TurnWrite } from '@recourse/activities/turn/turn-store';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';

type Session = mongoose.mongo.ClientSession;

/** A plan may be offered anew under the same id after its task was closed; a second open task of it is a duplicate key. */
export async function openTask({ tasks }: Collections, session: Session, task: TaskRecord): Promise<void> {
  await tasks.replaceOne({ _id: task._id, status: 'closed' }, task, { session, upsert: true });
}

/** A task withdrawn by one of several cases it covers stays open for the others. */
export async function closeTask(
  { tasks }: Collections,
  session: Session,
  caseId: string,
  { taskId, because, at }: TurnWrite['tasksClosed'][number],
): Promise<void> {
  if (because === 'withdrawn') {
    const others = { _id: taskId, status: 'open' as const, covers: { $elemMatch: { caseId: { $ne: caseId } } } };
    const left = await tasks.updateOne(others, { $pull: { covers: { caseId } }, $inc: { version: 1 } }, { session });
    if (left.matchedCount === 1) return;
  }
  await tasks.updateOne(
    { _id: taskId, status: 'open' },
    { $set: { status: 'closed', closedBecause: because, closedAt: at }, $inc: { version: 1 } },
    { session },
  );
}
