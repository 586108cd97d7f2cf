import type { CaseRuns } from '@recourse/activities/relay/case-runs';
import { caseIdOfWorkflow, collectionWorkflowId } from '@recourse/workflows/workflow-id';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

const deadlineMs = 5_000;
const pageSize = 1_000;

/** The running workflows of cases, by Temporal's visibility. Each question is given up after 5 s. */
export function caseRuns(client: Client): CaseRuns {
  const prefix = (tenant: string): string => collectionWorkflowId(`${tenant}/`);
  const query = (tenant: string): string =>
    `ExecutionStatus = "Running" AND WorkflowId STARTS_WITH "${prefix(tenant)}"`;
  const inTime = <T>(ask: () => Promise<T>): Promise<T> => client.withDeadline(Date.now() + deadlineMs, ask);
  return {
    count: async (tenant) => (await inTime(() => client.workflow.count(query(tenant)))).count,
    async ofTenant(tenant) {
      const listed = new Set<string>();
      await inTime(async () => {
        for await (const { workflowId } of client.workflow.list({ query: query(tenant), pageSize }))
          listed.add(caseIdOfWorkflow(workflowId) ?? workflowId);
      });
      return listed;
    },
    async isRunning(caseId) {
      try {
        const { status } = await inTime(() => client.workflow.getHandle(collectionWorkflowId(caseId)).describe());
        return status.name === 'RUNNING';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}
