import type { Instant } from '@recourse/domain/calendar/instant';
import type { Month } from '@recourse/domain/credit-reporting/month';

/** A tenant: its clock and its kill switch. */
export type TenantRecord = {
  /** The tenant id. */
  _id: string;
  clock: { kind: 'real' } | { kind: 'test'; now: Instant };
  contactStopped?: { by: string; at: Instant; reason: string };
  /** Name of the strategy for cases that open now. */
  strategy: string;
  /** Some of its persons were merged: what is on record may name them by other ids. Nobody takes that back. */
  personsMerged?: true;
  /** The month of which the credit bureau was told last, or is being told. */
  creditMonth?: Month;
};
