import type { Instant } from '@recourse/domain/calendar/instant';
import type { TenantRecord } from '../records/tenant-record.js';

/** What time it is for a tenant: its test clock stands where it was put, its real clock is the wall clock. */
export const nowOf = ({ clock }: Pick<TenantRecord, 'clock'>, wall: Date): Instant =>
  clock.kind === 'test' ? clock.now : wall.toISOString();
