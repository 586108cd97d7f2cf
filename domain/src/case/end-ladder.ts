import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import { caseStops } from './adopt-holds.js';
import { isWatched } from './arrangements-of-case.js';
import { clock, state, type Course } from './course.js';
import { evaluateAll } from './evaluate-condition.js';
import { isTimeBarred } from './limitation-of-case.js';
import { isOverdue } from './note-position.js';
import { isInGrace } from './open-case.js';
import { seeToTheEnd } from './see-to-the-end.js';
import { stepsToDo } from './steps-to-do.js';

/** Nothing follows the stage: it is the last, or what follows is suing, and the claim is over in law. */
const isLastRung = (course: Course): boolean => {
  const { stages } = course.seen.rules.strategy;
  const here = stages.findIndex(({ stage }) => stage === course.kase.stage);
  if (here < 0) return false;
  const ahead = stages.slice(here + 1).filter(({ stage }) => !course.kase.passedOver.includes(stage));
  return ahead.length === 0 || (isTimeBarred(course) && ahead.every(({ stage }) => stage === 'legal'));
};

/** The instant from which the ladder has ended: so many days after the last thing that was done in its last stage. Undefined: it has not, or is said already. */
export const ladderEndsAt = (course: Course): Instant | undefined => {
  const { kase, seen } = course;
  const { end, stages } = seen.rules.strategy;
  const stage = stages.find((each) => each.stage === kase.stage);
  if (!end || !stage || kase.ladderEnded || kase.handedTo || kase.endsAs || kase.status !== 'open') return undefined;
  if (!isOverdue(course) || isWatched(course) || isInGrace(course) || !isLastRung(course)) return undefined;
  // A hold is no end; that the claim is over is.
  const held = [...caseStops(course, 'escalation'), ...caseStops(course, 'timers')];
  if (held.some(({ reason }) => reason !== 'time-barred')) return undefined;
  const barredHere = stage.stage === 'legal' && isTimeBarred(course);
  if (!barredHere && stepsToDo(course, stage.steps).length > 0) return undefined;
  const since = [kase.stageEnteredAt ?? '', kase.lastActedAt ?? ''].reduce((a, b) => (a > b ? a : b));
  if (since === '') return undefined;
  return startOfDay(addDays(localDay(since, kase.zone), end.afterDays), kase.zone);
};

/** States that the ladder has ended, and what the strategy makes of it. */
export const endLadder = (course: Course): void => {
  const { kase, seen, at } = course;
  const endsAt = ladderEndsAt(course);
  if (endsAt === undefined || endsAt > at) return;
  for (const { becomes, when } of seen.rules.strategy.end?.outcomes ?? []) {
    const { held, criteria } = evaluateAll(when, kase, seen, at);
    if (!held) continue;
    state(course, clock, { type: 'ladder-ended', becomes, round: kase.round, criteria });
    return seeToTheEnd(course);
  }
};
