import type { Doorbell } from '../doorbell.js';
import type { TenantStore } from '../tenant/tenant-store.js';
import type { Participant } from './participant.js';
import type { QuietProbe } from './quiet-probe.js';

/** What advancing a test clock needs. Participants play in this order. */
export type AdvancePorts = {
  tenants: Pick<TenantStore, 'get' | 'advance'>;
  participants: readonly Participant[];
  probe: QuietProbe;
  doorbell: Doorbell;
  /** Wall time after which a state that does not change is reported; default 120 s. */
  quietWithinMs?: number;
};

/** Longer than the database keeps the locks of a process that was killed in the middle of a transaction (60 s). */
export const defaultQuietWithinMs = 120_000;
