import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Next } from '@recourse/activities/turn/next';
import { bucketAttribute, stageAttribute, tenantAttribute } from './search-attributes.js';
import { tenantOf } from './workflow-id.js';

/** Shows in Temporal where the case stands, and returns it. An upsert is an event of the history, so only what changed is written. */
export function announce(next: Next): Next {
  const { workflowId, typedSearchAttributes: shown } = workflowInfo();
  const changed = [
    { key: stageAttribute, value: next.stage },
    { key: bucketAttribute, value: next.bucket },
    { key: tenantAttribute, value: tenantOf(workflowId) },
  ].filter(({ key, value }) => shown.get(key) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);

  setCurrentDetails(inWords(next));
  return next;
}

function inWords({ stage, bucket, act, dueAt, because, ending }: Next): string {
  if (ending) return `Closed: ${ending}.`;
  const doing = act ? act.replaceAll('-', ' ') : 'review the case';
  return `Stage **${stage}**, bucket ${bucket}.\n\nNext: ${doing} at ${dueAt}, because ${because}.`;
}
