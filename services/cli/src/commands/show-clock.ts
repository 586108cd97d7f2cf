import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';

/** One line: the tenant's clock and kill switch. @throws Mistake when there is no such tenant */
export async function showClock({ mongo, tenant }: OpenStores): Promise<string> {
  const record = await tenantStore(mongo.collections).get(tenant);
  if (!record) throw new Mistake(`there is no tenant ${tenant}; make it with "recourse clock create"`);
  const { clock, contactStopped, strategy } = record;
  const time = clock.kind === 'test' ? `test clock at ${clock.now}` : 'real clock';
  const stopped = contactStopped
    ? `, contact stopped by ${contactStopped.by} at ${contactStopped.at}: ${contactStopped.reason}`
    : '';
  return `tenant ${tenant}: ${time}, strategy ${strategy}${stopped}`;
}
