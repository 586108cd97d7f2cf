import type { ChargeRefusal } from '../fold-charge-fact.js';
import type { PositionRefusal } from '../position-refusal.js';
import type { LateChargeRefusalReason } from '../penalty/late-charge-refusal.js';

/** Why nothing is explained. Closed. `shape`: the file is not built as it must be. */
export type ExplainRefusalReason =
  | 'shape'
  | 'currency-unknown'
  | 'number-invalid'
  | 'payment-unknown'
  | 'charge-unknown'
  | 'waiver-unknown'
  | 'instalment-unknown'
  | 'before-its-cause'
  | 'more-than-came'
  | 'late-charges-missing'
  | LateChargeRefusalReason
  | PositionRefusal['refused']
  | ChargeRefusal['refused'];

/** `field`: the place in the file, `events[2].amount`; `text`: what must be, in plain words. */
export type ExplainRefusal = { reason: ExplainRefusalReason; field: string; text: string };
