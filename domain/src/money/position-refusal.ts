import type { ChargeRefusal } from './fold-charge-fact.js';
import type { ScheduleRefusal } from './fold-schedule-fact.js';

/** Why an event contradicts what is already known; ingest parks it. */
export type PositionRefusal = {
  refused:
    | 'currency-differs'
    | 'amount-invalid'
    | 'payment-differs'
    | 'reversal-differs'
    | 'instalment-differs'
    | 'pending-differs'
    | ChargeRefusal['refused']
    | ScheduleRefusal['refused'];
  /** Path inside the event's data. */
  field: string;
  reason: string;
};
