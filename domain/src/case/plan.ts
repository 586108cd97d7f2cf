import type { Instant } from '../calendar/instant.js';
import type { Act } from './act.js';
import type { Ending, Stage } from './stage.js';

/**
 * The one thing an open case will do next, or its ending. Without `act` it is a review: the case only takes its turn.
 * `readPosition` is the position version it was decided on. `validUntil`: after it a deferral gives way to the alternative.
 */
export type PlannedNext = { id: string; readPosition: number; stage?: Stage; dueAt: Instant; act?: Act; because: string };
export type Plan = PlannedNext | { ending: Ending };
