import type { Instant } from '../calendar/instant.js';
import type { Act } from './act.js';
import type { Ending, Stage } from './stage.js';

/**
 * The one thing an open case will do next, or its ending. Without `act` it is a review: the case only takes its turn.
 * `readPosition` is the position version it was decided on. With `awaiting` the act has been sent or offered and its outcome is
 * awaited until `dueAt`: the act is kept so that a desk may start it, but the workflow does not perform it again.
 */
export type PlannedNext = {
  id: string;
  readPosition: number;
  stage?: Stage;
  dueAt: Instant;
  act?: Act;
  awaiting?: 'receipt' | 'task';
  because: string;
};
export type Plan = PlannedNext | { ending: Ending };
