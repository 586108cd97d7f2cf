import { createClock } from '@recourse/activities/clock/create-clock';
import type { Instant } from '@recourse/domain/calendar/instant';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { mustHaveStrategy } from './must-have-strategy.js';

export type CreateTenantClock = { tenant: string; at: Instant | undefined; strategy: string };

/** Which stack plays the world outside for a tenant on a test clock. */
export const suitsTestClocks = '"npm start -- --keep" leaves a stack that plays on the test clock';

/**
 * Makes a tenant on a test clock at `at`, or on the real clock. `played`: the clock on which the stack's sandbox and staff live.
 * @throws Mistake when it exists, its name is no id, or there is no such strategy
 */
export async function createTenantClock(
  { mongo }: OpenStores,
  { tenant, at, strategy }: CreateTenantClock,
  played?: 'real' | 'test',
): Promise<string[]> {
  mustHaveStrategy(strategy);
  const clock = at === undefined ? { kind: 'real' as const } : { kind: 'test' as const, now: at };
  const answer = await createClock(tenantStore(mongo.collections), { tenant, clock, strategy });
  if (answer === 'exists') throw new Mistake(`tenant ${tenant} exists; a clock never changes its kind`);
  if (answer === 'not-an-id')
    throw new Mistake('a tenant is named by 1 to 64 letters, digits, dots, underscores or hyphens');
  const created = `tenant ${tenant} created on ${at === undefined ? 'the real clock' : `a test clock at ${at}`}`;
  return at !== undefined && played === 'real'
    ? [
        created,
        `note: sandbox and staff of this stack live on the real clock and do not play for it; ${suitsTestClocks}`,
      ]
    : [created];
}
