import type { RegisteredActivities } from '@recourse/activities/acts/acts';
import { collectionTaskQueue } from '@recourse/workflows/task-queue';
import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';

export type CollectionWorker = {
  connection: NativeConnection;
  namespace: string;
  activities: RegisteredActivities;
  workflowBundle: WorkflowBundleOption;
  taskQueue?: string;
  /** Open cases kept in memory, about 0.2 MB each; default 500. A case that wakes without being kept is replayed. */
  maxCachedWorkflows?: number;
};

/** A worker sized for a small machine: a case waits for days, so what counts is how many are busy at once, not how many there are. */
export function collectionWorker({
  connection,
  namespace,
  activities,
  workflowBundle,
  taskQueue,
  maxCachedWorkflows,
}: CollectionWorker): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue: taskQueue ?? collectionTaskQueue,
    workflowBundle,
    activities,
    maxCachedWorkflows: maxCachedWorkflows ?? 500,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 40,
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
    workflowThreadPoolSize: 1,
    // The default, 0, would break off acts in the middle of a send.
    shutdownGraceTime: '20 s',
    shutdownForceTime: '25 s',
  });
}
