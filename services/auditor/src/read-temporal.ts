import { Client, Connection } from '@temporalio/client';
import type { WorkflowRun } from './workflow-run.js';
import { performedActs } from './performed-acts.js';
import type { Progress } from './progress.js';
import type { Settings } from './read-settings.js';
import { asTrouble } from './trouble.js';

export type TemporalEvidence = { workflows: string[]; runs: WorkflowRun[] };

/** Histories are asked for one by one, since Temporal gives no others: so many at a time. */
const atATime = 8;
const prefix = 'collection/';

/** The running workflows of a tenant's cases, and every run it still tells of with what it carried out. @throws Trouble */
export function readTemporal(
  { address, namespace, tls, apiKey }: Settings['temporal'],
  tenant: string,
  progress: Progress,
): Promise<TemporalEvidence> {
  return asTrouble('TEMPORAL_ADDRESS', 'reading workflows', async () => {
    const connection = await Connection.connect({
      address,
      connectTimeout: 10_000,
      ...(tls && { tls: true }),
      ...(apiKey && { apiKey }),
    });
    try {
      const client = new Client({ connection, namespace });
      const query = `WorkflowId STARTS_WITH "${prefix}${tenant}/"`;
      const runs: WorkflowRun[] = [];
      for await (const { workflowId, runId, status, startTime } of client.workflow.list({ query, pageSize: 1_000 })) {
        const caseId = workflowId.slice(prefix.length);
        runs.push({ caseId, runId, status: status.name, startedWallAt: startTime.getTime() });
        if (runs.length % 1_000 === 0) progress(`workflows: ${runs.length}`);
      }
      await withHistories(client, runs, progress);
      const running = runs.filter(({ status }) => status === 'RUNNING').map(({ caseId }) => `${prefix}${caseId}`);
      return { workflows: [...new Set(running)], runs };
    } finally {
      await connection.close();
    }
  });
}

async function withHistories(client: Client, runs: WorkflowRun[], progress: Progress): Promise<void> {
  const left = runs.values();
  let read = 0;
  const reader = async (): Promise<void> => {
    for (const run of left) {
      const acts = await historyOf(client, run);
      if (acts) run.acts = acts;
      read += 1;
      if (read % 50 === 0) progress(`histories: ${read}/${runs.length}`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, reader));
}

/** Undefined: Temporal lists the run and no longer has its history. */
async function historyOf(client: Client, { caseId, runId }: WorkflowRun): Promise<WorkflowRun['acts']> {
  try {
    const { events } = await client.workflow.getHandle(`${prefix}${caseId}`, runId).fetchHistory();
    return performedActs(events ?? []);
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return undefined;
    throw error;
  }
}
