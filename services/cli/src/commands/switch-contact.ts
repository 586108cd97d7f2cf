import { stopContact } from '@recourse/activities/tenant/stop-contact';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import type { OpenStores } from '../stack/open-stores.js';
import { operatorName } from '../operator/operator-name.js';
import { Mistake } from '../words/mistake.js';

/** The kill switch: returns once nothing begun before can go out any more, 5.5 s later. @throws Mistake */
export async function switchContactOff({ mongo, tenant }: OpenStores, reason: string): Promise<string> {
  const tenants = tenantStore(mongo.collections);
  const answer = await stopContact(tenants, tenant, { by: operatorName(), at: new Date().toISOString(), reason });
  if (answer.result === 'unknown-tenant') throw new Mistake(`there is no tenant ${tenant}`);
  if (answer.result === 'already-stopped') return `contact of tenant ${tenant} was stopped before`;
  return answer.stillSending === 0
    ? `contact of tenant ${tenant} is stopped; nothing is being sent any more`
    : `contact of tenant ${tenant} is stopped; the outcome of ${answer.stillSending} earlier contacts is not known yet`;
}

/** @throws Mistake when there is no such tenant */
export async function switchContactOn({ mongo, tenant }: OpenStores): Promise<string> {
  const answer = await tenantStore(mongo.collections).startContact(tenant);
  if (answer === 'unknown-tenant') throw new Mistake(`there is no tenant ${tenant}`);
  return answer === 'started' ? `contact of tenant ${tenant} goes on` : `contact of tenant ${tenant} was not stopped`;
}
