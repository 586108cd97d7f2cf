import { nowOf } from '@recourse/activities/clock/now-of';
import type { Instant } from '@recourse/domain/calendar/instant';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';

/** What time it is for the tenant. @throws Mistake when there is no such tenant */
export async function tenantNow({ mongo, tenant }: OpenStores): Promise<Instant> {
  const record = await tenantStore(mongo.collections).get(tenant);
  if (!record) throw new Mistake(`there is no tenant ${tenant}; make it with "recourse clock create"`);
  return nowOf(record, new Date());
}
