const prefix = 'collection/';

/** The one workflow of a case: `collection/tenant/loan/episode`. */
export const collectionWorkflowId = (caseId: string): string => `${prefix}${caseId}`;

/** The inverse; undefined when the workflow is not a case's. */
export const caseIdOfWorkflow = (workflowId: string): string | undefined =>
  workflowId.startsWith(prefix) ? workflowId.slice(prefix.length) : undefined;

export const tenantOf = (workflowId: string): string => caseIdOfWorkflow(workflowId)?.split('/')[0] ?? '';
