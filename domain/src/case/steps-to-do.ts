import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { instantAt, localDay, localDayNumber } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import { dayOfLadderAge } from '../holds/held-days.js';
import type { Step } from '../strategy/step.js';
import type { StageRules } from '../strategy/strategy.js';
import type { StepState } from './collection-case.js';
import type { Course } from './course.js';
import { stepKey } from './step-key.js';
import { holdsOfCase } from './holds-of-case.js';

/** A step of the stage that is neither done nor lapsed, with the instant its next try was meant for and the one it can have. */
export type StepToDo = {
  rules: Step;
  progress: StepState | undefined;
  attempt: number;
  /** The try within its tries: `attempt` less those of before it was called in again. */
  nth: number;
  meantFor: Instant;
  /** When it could first be had: deferrals are measured from here. */
  couldAt: Instant;
  dueAt: Instant;
  late: boolean;
};

/** The zone whose clock a step's time of day is read on: the borrower's, else the loan's. */
export const stepZone = ({ kase, seen }: Course): ZoneSlice => {
  const zone = seen.people.find(({ role }) => role === 'borrower')?.zone;
  return (zone !== undefined && seen.rules.zones[zone]) || kase.zone;
};

/** The first time the clock on the wall shows the step's time of day, from an instant on. */
const nextTimeOfDay = (from: Instant, time: string, zone: ZoneSlice): Instant => {
  const sameDay = instantAt(localDay(from, zone), time, zone);
  return sameDay >= from ? sameDay : instantAt(addDays(localDay(from, zone), 1), time, zone);
};

/** The instant a try was meant for: its ladder day and `everyDays` ladder days for each try before it, or from the day it was called in. */
const meantFor = (
  { kase, at }: Course,
  zone: ZoneSlice,
  step: Step,
  progress: StepState | undefined,
  tries: number,
): Instant | undefined => {
  const { calledInAt, alternativeSince = calledInAt } = progress ?? {};
  // A call-back keeps the time that was agreed; an alternative takes its own time of day.
  if (calledInAt !== undefined && (step.ladderDay !== undefined || calledInAt !== alternativeSince)) return calledInAt;
  if (step.ladderDay === undefined) {
    if (alternativeSince === undefined) return undefined;
    const first = nextTimeOfDay(alternativeSince, step.at, zone);
    return instantAt(addDays(localDay(first, zone), tries * step.everyDays), step.at, zone);
  }
  const day = dayOfLadderAge(kase.anchorOn, step.ladderDay + tries * step.everyDays, holdsOfCase(kase), kase.zone, at);
  return instantAt(day, step.at, zone);
};

/**
 * When a try can be had. On time: when it was meant for. Meant for a time before the stage was entered: at its time of day from then on.
 * Meant for a time at or before the case's last act: it keeps its distance from that act, so that after a hold or an outage one thing
 * is due at once, not all that was missed.
 */
const couldAtOf = ({ kase, seen }: Course, zone: ZoneSlice, step: Step, meant: Instant): Instant => {
  const spacing = Math.max(1, seen.rules.strategy.spacingDays);
  const entered =
    kase.stageEnteredAt !== undefined && meant < kase.stageEnteredAt
      ? nextTimeOfDay(kase.stageEnteredAt, step.at, zone)
      : meant;
  return kase.lastActedAt !== undefined && entered <= kase.lastActedAt
    ? instantAt(addDays(localDay(kase.lastActedAt, zone), spacing), step.at, zone)
    : entered;
};

/** Those of some steps that are still to be done in this round, in the same order; alternatives only once called in. */
export const stepsToDo = (course: Course, steps: readonly Step[]): StepToDo[] => {
  const { kase, at } = course;
  const zone = stepZone(course);
  const today = localDayNumber(at, zone);
  const toDo: StepToDo[] = [];
  for (const rules of steps) {
    const progress = kase.steps[stepKey(kase.round, rules.step)];
    if (progress && progress.state !== 'open') continue;
    const tries = progress?.tries ?? 0;
    const nth = tries - (progress?.triesBefore ?? 0) + 1;
    const meant = meantFor(course, zone, rules, progress, nth - 1);
    if (meant === undefined) continue;
    const late = today - localDayNumber(meant, zone) > rules.validForDays;
    const couldAt = couldAtOf(course, zone, rules, meant);
    const deferred = progress?.deferredUntil;
    const dueAt = deferred !== undefined && deferred > couldAt ? deferred : couldAt;
    toDo.push({ rules, progress, attempt: tries + 1, nth, meantFor: meant, couldAt, dueAt, late });
  }
  return toDo;
};

/** Whether the stage still owes something whose time has come: it is not left before, so that nothing is skipped. */
export const stepsStillToDo = (course: Course, stage: StageRules): boolean =>
  stepsToDo(course, stage.steps).some(({ rules, progress, meantFor: meant, late }) => {
    if (progress?.awaiting) return true;
    return meant <= course.at && !(late && rules.ifLate === 'lapse');
  });
