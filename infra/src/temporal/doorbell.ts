import type { Doorbell } from '@recourse/activities/doorbell';
import type { collectOverdueLoan } from '@recourse/workflows/collect-overdue-loan';
import { collectionTaskQueue } from '@recourse/workflows/task-queue';
import { collectionWorkflowId } from '@recourse/workflows/workflow-id';
import type { Client } from '@temporalio/client';

export type DoorbellOptions = {
  /** Rings under way at once; default 16. */
  concurrency?: number;
  /** A ring that takes longer is given up: the sweeper rings again. Default 2 s. */
  deadlineMs?: number;
  taskQueue?: string;
  onLost?: (caseId: string, error: unknown) => void;
  /** `ring` rejects with what lost it, for the one who rings again. Default: it never does, since a ring is best effort. */
  rejectsLost?: boolean;
};

/**
 * Rings by signalWithStart: wakes the case's run, or starts one when there is none.
 * `ring` never rejects unless it is told to; asked again for a case whose ring has not been sent yet, it joins that ring.
 */
export function temporalDoorbell(client: Client, options: DoorbellOptions = {}): Doorbell {
  const {
    concurrency = 16,
    deadlineMs = 2_000,
    taskQueue = collectionTaskQueue,
    onLost,
    rejectsLost = false,
  } = options;
  const waiting = new Map<string, Promise<void>>();
  const queue: (() => void)[] = [];
  let free = concurrency;

  /** Undefined: a slot is taken at once. */
  const slot = (): Promise<void> | undefined => {
    if (free === 0) return new Promise<void>((resolve) => queue.push(resolve));
    free -= 1;
    return undefined;
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };

  const send = async (caseId: string): Promise<void> => {
    try {
      await client.withDeadline(Date.now() + deadlineMs, () => signalWithStart(client, caseId, taskQueue));
    } catch (error) {
      onLost?.(caseId, error);
      if (rejectsLost) throw error;
    } finally {
      leave();
    }
  };

  return {
    ring(caseId) {
      const joined = waiting.get(caseId);
      if (joined) return joined;
      const turn = slot();
      if (!turn) return send(caseId);
      const ringing = turn.then(() => {
        waiting.delete(caseId);
        return send(caseId);
      });
      waiting.set(caseId, ringing);
      return ringing;
    },
  };
}

async function signalWithStart(client: Client, caseId: string, taskQueue: string): Promise<void> {
  await client.workflow.signalWithStart<typeof collectOverdueLoan, []>('collectOverdueLoan', {
    workflowId: collectionWorkflowId(caseId),
    taskQueue,
    args: [{ caseId }],
    signal: 'ring',
    workflowIdConflictPolicy: 'USE_EXISTING',
    // A run that was terminated or has ended is followed by a new one: the case goes on from its journal.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: `Collection case ${caseId}`,
  });
}
