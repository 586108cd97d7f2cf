import type { PositionRefusal } from '../fold-position.js';
import type { ChargeRefusalReason } from '../penalty/charge-refusal.js';

/** Why nothing is explained. Closed. `shape`: the file is not built as it must be. */
export type ExplainRefusalReason =
  | 'shape'
  | 'currency-unknown'
  | 'number-invalid'
  | 'payment-unknown'
  | 'charges-missing'
  | ChargeRefusalReason
  | PositionRefusal['refused'];

/** `field`: the place in the file, `events[2].amount`; `text`: what must be, in plain words. */
export type ExplainRefusal = { reason: ExplainRefusalReason; field: string; text: string };
