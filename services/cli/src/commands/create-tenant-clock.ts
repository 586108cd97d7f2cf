import { createClock } from '@recourse/activities/clock/create-clock';
import type { Instant } from '@recourse/domain/calendar/instant';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';

export type CreateTenantClock = { tenant: string; at: Instant | undefined; strategy: string };

/** Makes a tenant on a test clock at `at`, or on the real clock. @throws Mistake when it exists or its name is no id */
export async function createTenantClock(
  { mongo }: OpenStores,
  { tenant, at, strategy }: CreateTenantClock,
): Promise<string> {
  const clock = at === undefined ? { kind: 'real' as const } : { kind: 'test' as const, now: at };
  const answer = await createClock(tenantStore(mongo.collections), { tenant, clock, strategy });
  if (answer === 'exists') throw new Mistake(`tenant ${tenant} exists; a clock never changes its kind`);
  if (answer === 'not-an-id')
    throw new Mistake('a tenant is named by 1 to 64 letters, digits, dots, underscores or hyphens');
  return `tenant ${tenant} created on ${at === undefined ? 'the real clock' : `a test clock at ${at}`}`;
}
