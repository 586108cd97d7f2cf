import { practiceOf } from '../arrangements/promise-practice.js';
import { stopsNow } from '../holds/held-days.js';
import { planIdOf } from './case-id.js';
import type { Instant } from '../calendar/instant.js';
import type { Step } from '../strategy/step.js';
import type { StageRules } from '../strategy/strategy.js';
import { caseStops } from './adopt-holds.js';
import { buildAct } from './build-act.js';
import { callInAlternative } from './call-in-alternative.js';
import { clock, state, type Course } from './course.js';
import { evaluateAll, noticeGivenOn } from './evaluate-condition.js';
import { holdsOfCase } from './holds-of-case.js';
import { isTimeBarred } from './limitation-of-case.js';
import { isInGrace } from './open-case.js';
import type { PlannedNext } from './plan.js';
import { stepsToDo, type StepToDo } from './steps-to-do.js';
import { reachRepresentative } from './who-speaks.js';

type Lapse = 'too-late' | 'merged' | 'notice-already-given' | 'condition-not-met' | 'no-contact-point';
/** What one step comes to now: a plan, a wait until an instant, nothing yet, or its lapse. */
type Weighed = { plan: PlannedNext } | { waitUntil: Instant } | { lapse: Lapse } | 'not-yet';

/** Another step of the stage that will say the same thing later: a late one may merge into it. */
const saidLater = (step: StepToDo, all: StepToDo[]): boolean =>
  all.some(
    ({ rules, meantFor }) =>
      rules.act === step.rules.act && rules.channel === step.rules.channel && meantFor > step.meantFor,
  );

/** Deferred so long that the step's time is over: its alternative, or the next step, has better chances. What must be done is done late. */
const deferredTooLong = ({ progress, couldAt, rules }: StepToDo): boolean =>
  progress?.deferredUntil !== undefined &&
  Date.parse(progress.deferredUntil) - Date.parse(couldAt) > rules.validForDays * 86_400_000 &&
  (rules.else !== undefined || rules.ifLate !== 'do');

/** It wants a notice that another step of the stage is still to give: it is not too early to hope. */
const waitsForNotice = ({ rules }: StepToDo, all: StepToDo[]): boolean =>
  (rules.when ?? []).some(
    (condition) =>
      condition.fact === 'notice-given' &&
      all.some((other) => other.rules.notice === condition.notice && other.rules.act === 'send-notice'),
  );

const weigh = (course: Course, step: StepToDo, all: StepToDo[]): Weighed => {
  const { kase, seen, at } = course;
  const { rules, attempt, nth, meantFor, dueAt, late } = step;
  const time = meantFor <= at;
  if (rules.act === 'send-notice' && noticeGivenOn(kase, rules.notice ?? rules.step))
    return { lapse: 'notice-already-given' };
  const when = evaluateAll(rules.when ?? [], kase, seen, at);
  if (!when.held) {
    if (when.trueFrom) return { waitUntil: when.trueFrom > dueAt ? when.trueFrom : dueAt };
    return time && !waitsForNotice(step, all) ? { lapse: 'condition-not-met' } : 'not-yet';
  }
  // Going to the door is a step up within the stage.
  if (rules.act === 'arrange-visit' && caseStops(course, 'escalation').length > 0) return 'not-yet';
  if (late && nth === 1 && rules.ifLate === 'lapse') return { lapse: 'too-late' };
  if (late && nth === 1 && rules.ifLate === 'merge' && saidLater(step, all)) return { lapse: 'merged' };
  if (late && nth > 1 && rules.ifLate !== 'do') return { lapse: 'too-late' };
  if (deferredTooLong(step)) return { lapse: 'too-late' };
  const act = buildAct(course, rules);
  if (!act) return time ? { lapse: 'no-contact-point' } : { waitUntil: dueAt };
  const id = planIdOf(kase.caseId, kase.round, rules.step, attempt);
  const because = `${rules.step}, try ${nth} of ${rules.tries}`;
  return {
    plan: { id, readPosition: seen.position.version, dueAt, act, because, ...(kase.stage && { stage: kase.stage }) },
  };
};

/** The try whose outcome is outstanding: nothing else is planned beside it. */
const awaited = (course: Course, steps: StepToDo[]): PlannedNext | undefined => {
  const { kase, seen } = course;
  const step = steps.find(({ progress }) => progress?.awaiting);
  const { awaiting, awaitingUntil } = step?.progress ?? {};
  if (!step || !awaiting || !awaitingUntil) return undefined;
  const id = planIdOf(kase.caseId, kase.round, step.rules.step, step.attempt);
  const act = 'ending' in kase.plan || kase.plan.id !== id ? buildAct(course, step.rules) : kase.plan.act;
  const because =
    awaiting === 'task' ? `${step.rules.step}: with a colleague` : `${step.rules.step}: waiting for its receipt`;
  return {
    id,
    readPosition: seen.position.version,
    dueAt: awaitingUntil,
    awaiting,
    because,
    ...(kase.stage && { stage: kase.stage }),
    ...(act && { act }),
  };
};

type NextStep = { plan?: PlannedNext; lookAgainAt?: Instant };

/** Of all that is to be done the plan that is due first and the first instant to look again; or the first lapse, whatever the rest come to. */
const weighAll = (course: Course, steps: StepToDo[]): NextStep | { lapsing: Step; because: Lapse } => {
  let plan: PlannedNext | undefined;
  let lookAgainAt: Instant | undefined;
  for (const step of steps) {
    const result = weigh(course, step, steps);
    if (result === 'not-yet') continue;
    if ('lapse' in result) return { lapsing: step.rules, because: result.lapse };
    if ('plan' in result) {
      if (plan === undefined || result.plan.dueAt < plan.dueAt) plan = result.plan;
    } else if (result.waitUntil > course.at && (lookAgainAt === undefined || result.waitUntil < lookAgainAt))
      lookAgainAt = result.waitUntil;
  }
  return { ...(plan && { plan }), ...(lookAgainAt && { lookAgainAt }) };
};

/** The next of these steps, or when to look again. Steps whose time went by lapse here, with the reason; an alternative may take over. */
const planAmong = (course: Course, rules: readonly Step[], held: boolean): NextStep => {
  // Each lapse removes a step or calls one in once, so this ends; the bound only says so.
  for (let pass = 0; pass <= 2 * rules.length; pass++) {
    const steps = stepsToDo(course, rules);
    const waiting = awaited(course, steps);
    if (waiting) return { plan: waiting };
    if (held) return {};
    const weighed = weighAll(course, steps);
    if (!('lapsing' in weighed)) return weighed;
    const { lapsing, because } = weighed;
    const { round } = course.kase;
    state(course, clock, { type: 'step-lapsed', round, step: lapsing.step, because });
    if (because === 'no-contact-point' || because === 'too-late')
      callInAlternative(course, clock, { round, rules: lapsing });
  }
  return {};
};

/** The next step of the stage, or of what a broken promise has called in; none while anything holds the case. */
const planStage = (course: Course, { stage, steps }: StageRules): NextStep => {
  const held =
    isInGrace(course) ||
    (stage === 'legal' && isTimeBarred(course)) ||
    stopsNow(holdsOfCase(course.kase), 'timers', course.at).length > 0 ||
    caseStops(course, 'contact').length > 0;
  const afterBroken = practiceOf(course.seen.rules.strategy).whenBroken?.steps ?? [];
  return planAmong(course, [...steps, ...afterBroken], held);
};

/** The next step to who speaks in the borrower's place; none while nobody may. */
export const planRepresentative = (course: Course): NextStep => {
  const steps = course.seen.rules.strategy.representative?.steps ?? [];
  return planAmong(course, steps, isInGrace(course) || reachRepresentative(course, 'call') === undefined);
};

/**
 * The next step to the borrower or, in the borrower's place, to who speaks for them: never both, since what lets the one rest lets the other
 * begin. What is under way comes first.
 */
export const planStep = (course: Course, stage: StageRules): NextStep => {
  const own = planStage(course, stage);
  if (own.plan?.awaiting) return own;
  const other = planRepresentative(course);
  return other.plan?.awaiting || !own.plan ? { ...own, ...other } : own;
};
