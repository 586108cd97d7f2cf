import type { DeskRefusal, TaskStore } from '@recourse/activities/desk/task-store';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import { appendInTransaction } from './append-in-transaction.js';
import type { MongoConnection } from './connect.js';
import { mustMatch } from './must-match.js';
import { inTransaction } from './transaction.js';

/** The desk's writes on MongoDB. A task changed by another in between is read again: the version guards each write. */
export function mongoTaskStore(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  wall: () => Date,
): TaskStore {
  const { tasks } = collections;

  const change = async <Done extends string>(
    taskId: string,
    refusal: (task: TaskRecord) => DeskRefusal | undefined,
    update: object,
    done: Done,
  ): Promise<Done | DeskRefusal> => {
    for (;;) {
      const task = await tasks.findOne({ _id: taskId });
      if (!task) return 'unknown-task';
      const refused = refusal(task);
      if (refused) return refused;
      const { matchedCount } = await tasks.updateOne(
        { _id: taskId, version: task.version },
        { ...update, $inc: { version: 1 } },
      );
      if (matchedCount === 1) return done;
    }
  };

  return {
    async openTasks(tenant, kind, limit) {
      const open = { tenant, status: 'open' as const, ...(kind && { kind }), answeredAt: { $exists: false } };
      return tasks.find(open).sort({ deadline: 1, _id: 1 }).limit(limit).toArray();
    },

    async task(taskId) {
      return (await tasks.findOne({ _id: taskId })) ?? undefined;
    },

    lease: (taskId, by, until, now) =>
      change(taskId, (task) => notToLease(task, by, now), { $set: { lease: { by, until } } }, 'leased'),

    handBack: (taskId, by) =>
      change(taskId, (task) => notToHandBack(task, by), { $unset: { lease: '' } }, 'handed-back'),

    complete: (taskId, by, outcome, searched = []) =>
      inTransaction(connection, async (session) => {
        const task = await tasks.findOne({ _id: taskId }, { session });
        if (!task) return 'unknown-task' as const;
        if (task.kind === 'call' || task.kind === 'visit') return 'not-started' as const;
        const refused = notToComplete(task, by, outcome.at);
        if (refused) return refused;
        const ring: string[] = [];
        for (const { caseId } of task.covers) {
          const item = {
            kind: 'task-answer' as const,
            itemId: `done/${taskId}`,
            at: outcome.at,
            taskId,
            outcome,
            ...(searched.length > 0 && { searched }),
          };
          if ((await appendInTransaction(collections, session, caseId, item, wall())) !== 'case-closed')
            ring.push(caseId);
        }
        const answered = await tasks.updateOne(
          { _id: taskId, version: task.version },
          { $set: { answeredBy: by, answeredAt: outcome.at }, $inc: { version: 1 } },
          { session },
        );
        mustMatch(answered, taskId);
        return { completed: true as const, ring };
      }),
  };
}

function closedOrAnswered({ status, answeredBy }: TaskRecord): DeskRefusal | undefined {
  if (status === 'closed') return 'task-closed';
  return answeredBy === undefined ? undefined : 'already-answered';
}

function notToLease(task: TaskRecord, by: string, now: string): DeskRefusal | undefined {
  const over = closedOrAnswered(task);
  if (over) return over;
  if (task.startedAt !== undefined) return 'already-started';
  return leasedByAnother(task, by, now);
}

const notToComplete = (task: TaskRecord, by: string, now: string): DeskRefusal | undefined =>
  closedOrAnswered(task) ?? leasedByAnother(task, by, now);

const leasedByAnother = ({ lease }: TaskRecord, by: string, now: string): DeskRefusal | undefined =>
  lease && lease.by !== by && lease.until > now ? 'leased-by-another' : undefined;

function notToHandBack(task: TaskRecord, by: string): DeskRefusal | undefined {
  const over = closedOrAnswered(task);
  if (over) return over;
  if (task.lease?.by !== by) return 'lease-not-held';
  return task.startedAt === undefined ? undefined : 'already-started';
}
