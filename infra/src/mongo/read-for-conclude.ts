import { tenantKey } from '@recourse/domain/case/case-id';
import { outcomeItemId } from '@recourse/activities/contact/outcome-item-id';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PersonRecord, PointRecord } from '@recourse/activities/records/person-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type mongoose from 'mongoose';
import { type AppendRead, inboxId } from './append-in-transaction.js';
import type { Collections } from './collections.js';
import { readTogether } from './read-together.js';

/** What concluding an act rests on beside the act. */
export type ConcludeRead = {
  tenant: TenantRecord;
  person?: PersonRecord;
  point?: PointRecord;
  tasks: TaskRecord[];
  /** By the case each covered loan's outcome is told to. */
  appends: Map<string, AppendRead>;
};

export async function readForConclude(
  collections: Collections,
  session: mongoose.mongo.ClientSession,
  act: ActRecord,
): Promise<ConcludeRead> {
  const { tenant, personId, blindIndex, taskId, covers } = act;
  const itemOf = (caseId: string): string => inboxId(caseId, outcomeItemId(act));
  const found = await readTogether(collections, session, tenant, {
    inbox: { from: 'inbox', values: covers.map(({ caseId }) => itemOf(caseId)) },
    tasks: { from: 'tasks', values: taskId === undefined ? [] : [taskId, ...covers.map(({ planId }) => planId)] },
    loans: { from: 'loans', values: covers.map(({ loanId }) => tenantKey(tenant, loanId)) },
    points: { from: 'points', values: blindIndex === undefined ? [] : [tenantKey(tenant, blindIndex)] },
    persons: { from: 'persons', values: personId === undefined ? [] : [tenantKey(tenant, personId)] },
  });
  if (!found) throw new Error(`unknown tenant ${tenant}`);
  const [person] = found.persons;
  const [point] = found.points;
  const appends = covers.map(({ caseId, loanId }): [string, AppendRead] => [
    caseId,
    {
      isThere: found.inbox.some(({ _id }) => _id === itemOf(caseId)),
      loan: found.loans.find(({ _id }) => _id === tenantKey(tenant, loanId)),
    },
  ]);
  return {
    tenant: found.tenant,
    ...(person && { person }),
    ...(point && { point }),
    tasks: found.tasks,
    appends: new Map(appends),
  };
}
