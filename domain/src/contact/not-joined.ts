import type { Instant } from '../calendar/instant.js';
import type { GateTrace } from './gate-trace.js';
import type { RefusalReason } from './refusal.js';

/**
 * Why a loan is left out of a contact with its debtor about another one (closed). `other-purpose`: the law of one loan wants the notice, that
 * of the other does not.
 */
export type NotJoinedReason = RefusalReason | 'position-changed' | 'put-off-by-law' | 'other-purpose';

/**
 * That a contact with the same person, which this case's plan might have joined, began without its loan. `planId`: the plan, which stands and
 * has its own turn; `actId`: the contact. `gate`: what was asked about this loan; absent where no rule was asked.
 */
export type NotJoined = {
  planId: string;
  actId: string;
  because: NotJoinedReason;
  until?: Instant;
  rules: string[];
  gate?: GateTrace;
};
