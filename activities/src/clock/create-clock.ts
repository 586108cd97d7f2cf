import { idPattern } from '@recourse/domain/case/case-id';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { TenantStore } from '../tenant/tenant-store.js';

export type CreateClock = {
  tenant: string;
  clock: { kind: 'real' } | { kind: 'test'; now: Instant };
  strategy: string;
};

/** Makes a tenant with its clock; a tenant's clock never changes its kind, because plans already made would jump. */
export async function createClock(
  tenants: Pick<TenantStore, 'create'>,
  { tenant, clock, strategy }: CreateClock,
): Promise<'created' | 'exists' | 'not-an-id'> {
  if (!idPattern.test(tenant)) return 'not-an-id';
  return tenants.create({ _id: tenant, clock, strategy });
}
