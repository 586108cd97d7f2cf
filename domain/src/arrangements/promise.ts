import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { ArrearsReason } from './arrears-reason.js';
import type { Minor } from '../money/money.js';
import type { PaymentMethod } from './payment-method.js';

/** What somebody says they will pay: minor units of the loan's currency, by the end of a day of the loan's zone. */
export type PromiseTold = { amount: Minor; by: Day; method?: PaymentMethod };

/** `replaced`: another was made in its place while it was open. */
export type PromiseState = 'open' | 'kept' | 'broken' | 'replaced';

/** By what it was made; absent: told by an agency, of which we know no act. */
export type PromisedBy = 'call' | 'dialler' | 'voice-bot' | 'visit';

/**
 * A promise to pay (承诺还款) with the terms it is judged by, fixed when it was made; its id is the inbox item that told it.
 * Absent from older ones: `round`, `keptUntil` (then `by`), `judgedAt` (then by the strategy), `tolerance` (then none).
 */
export type PromiseMade = PromiseTold & {
  id: string;
  madeAt: Instant;
  state: PromiseState;
  /** The case's when it was made. */
  round?: number;
  /** The last value date that keeps it: `by` and the days of grace. */
  keptUntil?: Day;
  /** Its last moment: grace and the posting time of the way of payment are over. Not kept by then, it is broken. */
  judgedAt?: Instant;
  /** Minor units that may be missing. */
  tolerance?: Minor;
  channel?: PromisedBy;
  arrearsReason?: ArrearsReason;
  /** Payments that had come in when it was made, though their value date would count. */
  notCounting?: string[];
  /** When it was last found kept or broken. */
  foundAt?: Instant;
};
