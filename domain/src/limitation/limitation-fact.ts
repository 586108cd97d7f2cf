import type { Day } from '../calendar/day.js';
import type { Interruption, Suspension } from './interruption.js';

/** Why something told of a limitation is not recorded (closed). */
export type LimitationRefusal =
  | 'day-not-possible'
  | 'proof-missing'
  | 'already-known'
  | 'over-already'
  | 'no-obstacle-by-law';

/** How near the end is: `ending` within the days of warning, `expired` after its last day. */
export type LimitationState = 'running' | 'ending' | 'suspended' | 'expired';

/** What a case states of the limitation of its claim. */
export type LimitationFact =
  /** It begins anew from that day, once anybody asks; what proves it is named. */
  | ({ type: 'limitation-interrupted' } & Interruption)
  | ({ type: 'limitation-suspended' } & Suspension)
  /** `endsOn`: its last day; absent while suspended. */
  | {
      type: 'limitation-noted';
      state: LimitationState;
      rule: string;
      version: string;
      beganOn: Day;
      endsOn?: Day;
    }
  | { type: 'limitation-refused'; command: string; because: LimitationRefusal };
