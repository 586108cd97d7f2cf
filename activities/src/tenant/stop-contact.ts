import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { TenantStore } from './tenant-store.js';

/** A provider's clock may be a little behind ours. */
const clockSkewMs = 500;

/** `stillSending`: acts of which no provider has said yet whether it took them; none of them can go out any more. */
export type ContactStopped =
  | { result: 'stopped' | 'already-stopped'; stillSending: number }
  | { result: 'unknown-tenant' };

/**
 * The kill switch (requirements G6). Once it has returned, no act that a machine begins under the old setting commits or goes out:
 * older begins have ended, and what they began is answered or past its `notAfter`. As a rule 5 s at most; a `begin` whose process was
 * killed is outlasted too, which takes as long as the database keeps its transaction (a minute).
 */
export async function stopContact(
  tenants: TenantStore,
  tenant: string,
  stop: { by: string; at: Instant; reason: string },
): Promise<ContactStopped> {
  const result = await tenants.stopContact(tenant, stop);
  if (result === 'unknown-tenant') return { result };
  await tenants.outlastOlderBegins(tenant);
  for (;;) {
    const beingSent = await tenants.beingSent(tenant);
    if (!beingSent.some((until) => until.getTime() + clockSkewMs >= Date.now()))
      return { result, stillSending: beingSent.length };
    await sleep(50);
  }
}
