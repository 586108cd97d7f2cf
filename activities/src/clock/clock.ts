import type { Instant } from '@recourse/domain/calendar/instant';

/** The tenant's clock: real, or a test clock that only `advance` moves. Wall time is for time-outs, leases and sweeps. */
export interface Clock {
  now(tenant: string): Promise<{ now: Instant; kind: 'real' | 'test' }>;
  wall(): Date;
}
