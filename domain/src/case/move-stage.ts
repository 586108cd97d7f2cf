import { practiceOf } from '../arrangements/promise-practice.js';
import { daysBetween } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { localDay } from '../calendar/local-time.js';
import type { Condition } from '../strategy/condition.js';
import type { StageRules } from '../strategy/strategy.js';
import { caseStops } from './adopt-holds.js';
import { callOwed } from './call-owed.js';
import { clock, state, type Course } from './course.js';
import { enterAsTakenOn, isTakenOnPastGrace } from './enter-as-taken-on.js';
import { evaluateAll } from './evaluate-condition.js';
import { isTimeBarred } from './limitation-of-case.js';
import { isOverdue } from './note-position.js';
import { graceEnd, isInGrace } from './open-case.js';
import { awaitsVerification } from './plan-verification.js';
import type { Criterion, Stage, StageCause } from './stage.js';
import { stepsStillToDo, stepsToDo } from './steps-to-do.js';

const enter = (
  course: Course,
  stage: Stage,
  because: StageCause,
  round: number,
  criteria: Criterion[] = [],
  promises?: string[],
): void => {
  const from = course.kase.stage;
  const led = { ...(from && { from }), ...(promises && { promises }) };
  state(course, clock, { type: 'stage-entered', stage, because, round, criteria, ...led });
};

const stagesOf = ({ seen }: Course): StageRules[] => seen.rules.strategy.stages;

/** Entry conditions that measure time: those by which a stage is reached. The others screen. */
const measures = (conditions: Condition[]): Condition[] =>
  conditions.filter(({ fact }) => fact === 'ladder-age' || fact === 'dpd');

/** Nobody sues on a claim that is over in law. */
const isBarred = (course: Course, { stage }: StageRules): boolean => stage === 'legal' && isTimeBarred(course);

/** The highest stage up to `limit` whose measures hold now; the first stage when none does. */
const highestReached = (course: Course, limit: Stage): Stage => {
  const stages = stagesOf(course);
  const upTo = stages.findIndex(({ stage }) => stage === limit);
  const reached = stages
    .slice(0, upTo + 1)
    .filter((rules) => !isBarred(course, rules))
    .filter((rules) => evaluateAll(measures(rules.enter), course.kase, course.seen, course.at).held);
  return (reached.at(-1) ?? stages[0])?.stage ?? 'reminder';
};

/** Grace is over: the first stage, or the one a case taken on stands in, or, for arrears that were collected before (a reversed payment), the stage they had reached. */
const leaveIntake = (course: Course): void => {
  const { kase, at } = course;
  if (awaitsVerification(course)) return;
  if (at < kase.graceEndsAt || !isOverdue(course)) return;
  if (isTakenOnPastGrace(kase)) return enterAsTakenOn(course);
  if (caseStops(course, 'escalation').length > 0) return;
  const { carried } = kase;
  if (carried?.lastStage && carried.anchorOn === kase.anchorOn)
    return enter(course, highestReached(course, carried.lastStage), 'payment-reversed', kase.round);
  enter(course, stagesOf(course)[0]?.stage ?? 'reminder', 'grace-passed', kase.round);
};

/** Money, or what was given up, was taken back on that day or after. */
const isTakenBackSince = ({ seen: { position } }: Course, day: Day): boolean =>
  position.payments.some(({ reversedOn = '' }) => reversedOn >= day) ||
  (position.waivers ?? []).some(({ withdrawnOn = '' }) => withdrawnOn >= day) ||
  (position.moneyOut ?? []).some(({ on }) => on >= day);

/** Overdue again while monitored: back onto the ladder, in a new round. */
const leaveMonitoring = (course: Course): void => {
  const { kase, at } = course;
  if (!isOverdue(course) || caseStops(course, 'escalation').length > 0) return;
  if (at < graceEnd(kase.anchorOn, kase.terms, kase.zone)) return;
  const watchedFrom = kase.stageEnteredAt && localDay(kase.stageEnteredAt, kase.zone);
  // Of an instalment that was told late nothing was taken back: it is another one that was missed.
  if (watchedFrom !== undefined && kase.anchorOn <= watchedFrom && kase.lastLadderStage) {
    const because = isTakenBackSince(course, watchedFrom) ? 'payment-reversed' : 'relapsed';
    return enter(course, highestReached(course, kase.lastLadderStage), because, kase.round + 1);
  }
  enter(course, stagesOf(course)[0]?.stage ?? 'reminder', 'relapsed', kase.round + 1);
};

/** Broken promises led here ahead of the ladder, and stand. */
const isClimbed = ({ kase }: Course): boolean => {
  const { climbed } = kase;
  if (!climbed || kase.anchorOn > climbed.anchorOn) return false;
  return climbed.promises.every((id) => kase.promises.some((each) => each.id === id && each.state === 'broken'));
};

/** Younger arrears: the stage they belong to, in a new round; a promise that was kept after all: back, in the same. What is placed stays placed. */
const stepDown = (course: Course, current: StageRules): boolean => {
  const { kase, seen, at } = course;
  if (kase.handedTo || isClimbed(course) || evaluateAll(measures(current.enter), kase, seen, at).held) return false;
  const target = highestReached(course, current.stage);
  if (target === current.stage) return false;
  if (kase.climbed && kase.anchorOn <= kase.climbed.anchorOn) {
    enter(course, target, 'promise-kept', kase.round);
    return true;
  }
  if (current.ifReduced === 'keep') {
    const { stage } = current;
    if (kase.stageKeptFor !== kase.anchorOn)
      state(course, clock, { type: 'stage-kept', stage, round: kase.round, because: 'arrears-reduced' });
    return false;
  }
  enter(course, target, 'arrears-reduced', kase.round + 1);
  return true;
};

/** The last stage, grace again, a hold, or a stage that was entered today: one stage up a day at most. */
const mayNotClimb = (course: Course, current: StageRules): boolean => {
  const { stageEnteredAt, zone } = course.kase;
  if (current.leave.length === 0 || isInGrace(course)) return true;
  if (caseStops(course, 'escalation').length > 0 || caseStops(course, 'timers').length > 0) return true;
  return stageEnteredAt !== undefined && localDay(stageEnteredAt, zone) === localDay(course.at, zone);
};

/** One stage up a day at most: the next whose conditions hold; stages whose screening fails are passed over with the reasons. */
const stepUp = (course: Course, current: StageRules): void => {
  const stages = stagesOf(course);
  if (mayNotClimb(course, current)) return;
  if (!evaluateAll(current.leave, course.kase, course.seen, course.at).held || stepsStillToDo(course, current)) return;
  if (callOwed(course) === current) return;
  for (const next of stages.slice(stages.indexOf(current) + 1)) {
    if (course.kase.passedOver.includes(next.stage)) continue;
    if (isBarred(course, next)) return;
    const reached = evaluateAll(measures(next.enter), course.kase, course.seen, course.at).held;
    const { held, criteria } = evaluateAll(next.enter, course.kase, course.seen, course.at);
    if (held) {
      // An agency gives the case back before anyone else takes it: the plan recalls it first.
      if (course.kase.handedTo) return;
      return enter(course, next.stage, 'condition-met', course.kase.round, criteria);
    }
    if (!reached || next.ifNotEntered === 'wait') return;
    state(course, clock, { type: 'stage-passed-over', stage: next.stage, round: course.kase.round, criteria });
  }
};

/** So many promises broken in one stage lead to the next, when its screening lets it and nothing of this one is under way. */
const climbOnBroken = (course: Course, current: StageRules): boolean => {
  const { kase, seen, at } = course;
  const { climbAfter } = practiceOf(seen.rules.strategy).whenBroken ?? {};
  const entered = kase.stageEnteredAt;
  if (climbAfter === undefined || entered === undefined || kase.handedTo) return false;
  const broken = kase.promises.filter(
    ({ state: found, foundAt }) => found === 'broken' && foundAt !== undefined && foundAt > entered,
  );
  if (broken.length < climbAfter || mayNotClimb(course, current)) return false;
  if (stepsToDo(course, current.steps).some(({ progress }) => progress?.awaiting)) return false;
  const stages = stagesOf(course);
  const next = stages[stages.indexOf(current) + 1];
  if (!next || kase.passedOver.includes(next.stage) || isBarred(course, next)) return false;
  const { criteria } = evaluateAll(next.enter, kase, seen, at);
  const screening = evaluateAll(
    next.enter.filter((condition) => !measures([condition]).includes(condition)),
    kase,
    seen,
    at,
  );
  if (!screening.held) return false;
  enter(
    course,
    next.stage,
    'promise-broken',
    kase.round,
    criteria,
    broken.map(({ id }) => id),
  );
  return true;
};

/**
 * A number was found when the calls were over: back to them, in the same round, so that nothing else is done again; then up as before. Not
 * while an agency has the case, or something of this stage is under way.
 */
const goBackToCall = (course: Course, current: StageRules): boolean => {
  const owed = callOwed(course);
  const stages = stagesOf(course);
  if (!owed || stages.indexOf(owed) >= stages.indexOf(current)) return false;
  if (course.kase.handedTo || isInGrace(course) || caseStops(course, 'contact').length > 0) return false;
  if (stepsToDo(course, current.steps).some(({ progress }) => progress?.awaiting)) return false;
  enter(course, owed.stage, 'borrower-found', course.kase.round);
  return true;
};

/** Whether the case is to leave its stage but for what is handed over: that is taken back first, whatever the next stage asks. */
export const waitsForReturn = (course: Course): boolean => {
  const { kase, seen, at } = course;
  const current = stagesOf(course).find(({ stage }) => stage === kase.stage);
  if (!kase.handedTo || !current || current.leave.length === 0 || caseStops(course, 'escalation').length > 0)
    return false;
  return evaluateAll(current.leave, kase, seen, at).held && !stepsStillToDo(course, current);
};

/** Moves the case to the stage it belongs in, each move with its named cause (requirements A7). */
export const moveStage = (course: Course): void => {
  const { kase } = course;
  if (kase.status === 'closed' || kase.endsAs) return;
  if (kase.status === 'intake') return leaveIntake(course);
  if (kase.stage === 'monitoring') return leaveMonitoring(course);
  // Cured: what is handed over is taken back first (plan), then the next instalments are watched.
  if (!isOverdue(course)) return kase.handedTo ? undefined : enter(course, 'monitoring', 'cured', kase.round);
  const current = stagesOf(course).find(({ stage }) => stage === kase.stage);
  if (!current || stepDown(course, current) || climbOnBroken(course, current) || goBackToCall(course, current)) return;
  stepUp(course, current);
};

/** Instalments met in time, and days gone, since monitoring began. */
export const monitoringOver = ({ kase, seen, at }: Course): boolean => {
  if (kase.stage !== 'monitoring' || !kase.stageEnteredAt) return false;
  const since = localDay(kase.stageEnteredAt, kase.zone);
  const { instalments, days } = seen.rules.strategy.monitoring;
  const met = seen.position.instalments.filter(
    (instalment) => instalment.state === 'met' && instalment.dueOn > since,
  ).length;
  return met >= instalments || daysBetween(since, localDay(at, kase.zone)) >= days;
};
