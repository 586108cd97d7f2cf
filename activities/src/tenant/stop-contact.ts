import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import { providerSkewMs, sendWithinMs } from '../contact/begun-act.js';
import type { TenantStore } from './tenant-store.js';

/** `stillSending`: acts of which no provider has said yet whether it took them; none of them can go out any more. */
export type ContactStopped =
  | { result: 'stopped' | 'already-stopped'; stillSending: number }
  | { result: 'unknown-tenant' };

/**
 * The kill switch (requirements G6). When it returns, 5.5 s later, nothing that was begun under the old setting can go out any more: every
 * act carries a `notAfter` of 5 s after its `begin` read the switch; a `begin` gives up that has not committed by then, and a provider
 * starts nothing later. However many loans there are, it takes no longer.
 */
export async function stopContact(
  tenants: TenantStore,
  tenant: string,
  stop: { by: string; at: Instant; reason: string },
): Promise<ContactStopped> {
  const result = await tenants.stopContact(tenant, stop);
  if (result === 'unknown-tenant') return { result };
  await sleep(sendWithinMs + providerSkewMs);
  return { result, stillSending: await tenants.stillSending(tenant) };
}
