import { completeTask } from '@recourse/activities/desk/complete-task';
import { discardParked, redriveParked } from '@recourse/activities/intake/resolve-parked';
import type { ParkedRecord, ParkingCause } from '@recourse/activities/records/event-record';
import { mongoTaskStore } from '@recourse/infra/mongo/mongo-task-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { openDlq } from '../operator/open-dlq.js';
import type { OpenClock } from '../stack/open-clock.js';
import type { OpenStores } from '../stack/open-stores.js';

const actor = 'operator/demo';
const patienceMs = 3 * 86_400_000;

/** What may become acceptable by itself, when what was missing has come. */
const worthWaiting: readonly ParkingCause[] = ['unknown-loan', 'unknown-attempt', 'dated-ahead', 'unknown-tenant'];

const mostTasks = 500;

/**
 * The demo's operator: every evening, each parked event is taken again when that may help, else given up with a reason; each loan that
 * servicing tells of otherwise is looked into, and each breach of an agency's.
 */
export function operator(stores: OpenStores, { ports }: OpenClock): () => Promise<void> {
  const dlq = openDlq(stores);
  const tenants = tenantStore(stores.mongo.collections);
  const tasks = mongoTaskStore(stores.mongo, () => new Date());
  const clock = tenantClock(stores.mongo.collections, () => new Date());
  return async () => {
    for (const { _id } of await tasks.openTasks(stores.tenant, 'verification', mostTasks))
      await completeTask({ tasks, clock, doorbell: ports.doorbell }, _id, actor);
    for (const { _id } of await tasks.openTasks(stores.tenant, 'follow-up', mostTasks))
      if (_id.endsWith('/review-breach')) await completeTask({ tasks, clock, doorbell: ports.doorbell }, _id, actor);
    const parked = await dlq.parked.list(undefined, 'parked');
    if (parked.length === 0) return;
    const record = await tenants.get(stores.tenant);
    const now = record?.clock.kind === 'test' ? record.clock.now : new Date().toISOString();
    for (const each of parked.filter(({ tenant }) => tenant === undefined || tenant === stores.tenant)) {
      await Promise.all((await resolve(each, now)).map((caseId) => ports.doorbell.ring(caseId)));
    }
  };

  async function resolve({ _id, cause, parkedAt }: ParkedRecord, now: string): Promise<string[]> {
    const mayHelp = worthWaiting.includes(cause.code);
    if (mayHelp) {
      const answer = await redriveParked(dlq, _id, actor);
      if (answer.redriven) return answer.ring;
      if (Date.parse(now) - Date.parse(parkedAt) < patienceMs) return [];
    }
    const reason = mayHelp
      ? 'refused again for three days; servicing told'
      : `${cause.field} ${cause.reason}; servicing told to send it right`;
    const answer = await discardParked(dlq, _id, actor, reason);
    return answer.resolved ? answer.ring : [];
  }
}
