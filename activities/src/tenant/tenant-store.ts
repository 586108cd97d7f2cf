import type { Instant } from '@recourse/domain/calendar/instant';
import type { TenantRecord } from '../records/tenant-record.js';

/** Tenants: their clock and their kill switch. */
export interface TenantStore {
  get(tenant: string): Promise<TenantRecord | undefined>;
  create(tenant: TenantRecord): Promise<'created' | 'exists'>;
  /** Moves a test clock. `moved`: it no longer stands at `from`, so somebody else moves it too. */
  advance(tenant: string, from: Instant, to: Instant): Promise<'advanced' | 'moved'>;
  /** Sets the kill switch; one already set stays as it is. */
  stopContact(
    tenant: string,
    stopped: { by: string; at: Instant; reason: string },
  ): Promise<'stopped' | 'already-stopped' | 'unknown-tenant'>;
  startContact(tenant: string): Promise<'started' | 'not-stopped' | 'unknown-tenant'>;
  /** How many acts that machines have begun and the switch would have stopped are not yet accepted or concluded. */
  stillSending(tenant: string): Promise<number>;
}
