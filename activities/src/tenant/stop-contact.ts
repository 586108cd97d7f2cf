import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { TenantStore } from './tenant-store.js';

/** A `begin` that read the switch just before it was set commits well within this. */
const beginsEndWithinMs = 500;
/** After it a provider no longer starts what was begun before (`notAfter`). */
const sendsEndWithinMs = 5_000;

export type ContactStopped =
  | { result: 'stopped'; stillSending: number }
  | { result: 'already-stopped' }
  | { result: 'unknown-tenant' };

/** The kill switch (requirements G6). Returns once contacts begun before it have ended, at most 5 s later. */
export async function stopContact(
  tenants: TenantStore,
  tenant: string,
  stop: { by: string; at: Instant; reason: string },
): Promise<ContactStopped> {
  const result = await tenants.stopContact(tenant, stop);
  if (result !== 'stopped') return { result };
  const began = performance.now();
  await sleep(beginsEndWithinMs);
  for (;;) {
    const stillSending = await tenants.begunActs(tenant);
    if (stillSending === 0 || performance.now() - began > sendsEndWithinMs) return { result, stillSending };
    await sleep(50);
  }
}
