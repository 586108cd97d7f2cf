import type { Instant } from '../calendar/instant.js';
import type { GateTrace } from './gate-trace.js';
import type { PermitHolder, PermitRevocation } from './permit.js';

/**
 * That a holder might not dial, as the journal of each case it was about keeps it. `attempt`: the dial, named in that case as the act it would
 * have become; of a permit that was not given under a name made for it, since its id is the asker's own word. `gate`: what was asked about this case's loan; absent where no rule was asked.
 * `loanId`: whose loan stood in the way, where it was another's.
 */
export type PermitWithheld = {
  attempt: string;
  asked: 'permit' | 'dial';
  holder: PermitHolder;
  because: PermitRevocation;
  until?: Instant;
  rules: string[];
  loanId?: string;
  gate?: GateTrace;
};
