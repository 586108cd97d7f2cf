import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { startOfDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import type { Input } from './case-inputs.js';
import { clock, state, type Course } from './course.js';
import { evaluateAll } from './evaluate-condition.js';
import { notePosition } from './note-position.js';
import type { Seen } from './seen.js';
import type { Terms } from './terms.js';

/** The first instant at which the contract's grace for an instalment due on `dueOn` is over: the day after its last day of grace. */
export const graceEnd = (dueOn: Day, { graceDays }: Terms, zone: ZoneSlice): Instant =>
  startOfDay(addDays(dueOn, graceDays + 1), zone);

/** Grace lies ahead: at intake, or again on the ladder when servicing grants more of it. Nobody is contacted before it is over. */
export const isInGrace = ({ kase, at }: Course): boolean => at < kase.graceEndsAt;

/** The zone a case counts its days in. Intake lets no unknown zone in; UTC here only keeps the function total. */
export const loanZone = ({ terms, rules }: Seen): ZoneSlice =>
  rules.zones[terms.zone] ?? { zone: 'UTC', offsets: [[0, 0]] };

const anchorOf = (seen: Seen, inputs: Input[], today: Day): Day => {
  const oldest = amountsOn(seen.position, 'now', allocationOf(seen.terms)).oldestUnpaidDueOn;
  if (oldest) return oldest;
  const missed = inputs.flatMap((input) =>
    input.kind === 'loan-event' && input.event.type === 'instalment-missed' ? input.event.instalment.dueOn : [],
  );
  return missed[0] ?? today;
};

/** The segment (first match wins) a case is treated in; `all` when the strategy names none that fits. */
const segmentOf = (course: Course): string =>
  course.seen.rules.strategy.segments.find(({ when }) => evaluateAll(when, course.kase, course.seen, course.at).held)
    ?.name ?? 'all';

/** Opens the case: its terms, zone, anchor and grace, its strategy and segment, and what it reads of the position. */
export const openCase = (course: Course, caseId: string, inputs: Input[], today: Day): void => {
  const { seen } = course;
  const cause = inputs[0]?.itemId ?? clock;
  const zone = loanZone(seen);
  const anchorOn = anchorOf(seen, inputs, today);
  const graceEndsAt = graceEnd(anchorOn, seen.terms, zone);
  // An episode of the same arrears goes on where the last one was; a new one starts afresh.
  const carried = seen.carry;
  const round = carried && carried.anchorOn === anchorOn ? carried.round + 1 : 1;
  state(course, cause, {
    type: 'case-opened',
    caseId,
    round,
    terms: seen.terms,
    zone,
    anchorOn,
    graceEndsAt,
    ...(carried && { carried }),
  });
  notePosition(course, cause);
  const { strategy, strategyHash } = seen.rules;
  const pinned = { name: strategy.strategy, version: strategy.version, hash: strategyHash };
  state(course, cause, { type: 'strategy-pinned', strategy: pinned, segment: segmentOf(course) });
};
