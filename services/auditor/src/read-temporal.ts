import { Client, Connection } from '@temporalio/client';
import type { Progress } from './progress.js';
import type { Settings } from './read-settings.js';
import { asTrouble } from './trouble.js';

/** Ids of the running workflows of a tenant's cases. @throws Trouble */
export function readTemporal(
  { address, namespace, tls, apiKey }: Settings['temporal'],
  tenant: string,
  progress: Progress,
): Promise<string[]> {
  return asTrouble('TEMPORAL_ADDRESS', 'listing workflows', async () => {
    const connection = await Connection.connect({
      address,
      connectTimeout: 10_000,
      ...(tls && { tls: true }),
      ...(apiKey && { apiKey }),
    });
    try {
      const client = new Client({ connection, namespace });
      const query = `ExecutionStatus = "Running" AND WorkflowId STARTS_WITH "collection/${tenant}/"`;
      const ids = new Set<string>();
      for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 })) {
        ids.add(workflowId);
        if (ids.size % 1_000 === 0) progress(`workflows: ${ids.size}`);
      }
      return [...ids];
    } finally {
      await connection.close();
    }
  });
}
