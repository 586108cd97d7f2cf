import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { localDay, minutesLater } from '../calendar/local-time.js';
import type { MatterCommand } from '../matters/matter-command.js';
import type { MatterRefusal } from '../matters/matter-refusal.js';
import { groundsOf, type Matter, type MatterExtension } from '../matters/matter.js';
import { state, type Course } from './course.js';
import { isSameHand } from './is-same-hand.js';
import { lateFrom, matterOf, matterTaskId } from './matters-of-case.js';
import { openBreach } from './open-breach.js';
import { dueIn, raiseMatter } from './raise-matter.js';
import { sayIfMissed } from './see-to-matters.js';
import { endHold } from './take-hold.js';

type Of<C extends MatterCommand['command']> = Extract<MatterCommand, { command: C }>;

/** What was raised longer ago is a slip of the pen. */
const raisedWithinDays = 366;
const putRightDays = 7;

const closeTask = (
  course: Course,
  cause: string,
  taskId: string | undefined,
  because: 'answered' | 'withdrawn',
): void => {
  if (taskId !== undefined && course.kase.openTasks.includes(taskId))
    state(course, cause, { type: 'task-closed', taskId, because });
};

/** Ends the hold it placed, and no other: whatever else holds the case, holds on. */
const letGo = (course: Course, cause: string, { id }: Matter): void => {
  if (course.kase.holds.some((hold) => hold.id === id && hold.endedAt === undefined)) endHold(course, cause, id);
};

const raise = (course: Course, cause: string, told: Of<'raise-matter'>): MatterRefusal | undefined => {
  const { kind, channel, ground, raisedOn, againstAgency } = told;
  const { handedTo, zone } = course.kase;
  const today = localDay(course.at, zone);
  if (!groundsOf[kind].includes(ground)) return 'ground-of-another-kind';
  if (raisedOn > today || raisedOn < addDays(today, -raisedWithinDays)) return 'day-not-possible';
  if (againstAgency && handedTo?.kind !== 'agency') return 'not-with-an-agency';
  const about = againstAgency && handedTo ? { placementId: handedTo.id } : {};
  raiseMatter(course, cause, { kind, channel, ground, raisedOn, ...about }, false);
  return undefined;
};

/** Gives the work of answering anew, with its new day. @returns why it does not move */
const moveDay = (
  course: Course,
  cause: string,
  matter: Matter,
  extension: MatterExtension,
): MatterRefusal | undefined => {
  const due = dueIn(course, matter, [...(matter.extensions ?? []), extension]);
  if (due.fault) return due.fault;
  const to = matter.kind === 'dispute' ? 'answer-dispute' : 'answer-complaint';
  const taskId = matterTaskId(course.kase, to);
  closeTask(course, cause, matter.taskId, 'withdrawn');
  state(course, cause, { type: 'matter-extended', matterId: matter.id, extension, dueOn: due.dueOn, taskId });
  state(course, cause, { type: 'task-opened', taskId, to, deadline: lateFrom(course.kase, due) });
  return undefined;
};

const extend = (
  course: Course,
  cause: string,
  { ground, toldOn }: Of<'extend-matter'>,
  matter: Matter,
  actor: string,
): MatterRefusal | undefined => {
  const today: Day = localDay(course.at, course.kase.zone);
  if (matter.state !== 'open') return 'not-at-that-point';
  if (toldOn < matter.raisedOn || toldOn > today) return 'day-not-possible';
  const extension: MatterExtension = { ground, on: today, toldOn, by: actor };
  const fault = moveDay(course, cause, matter, extension);
  if (fault !== 'not-approved') return fault;
  // With leave it would move: whose leave that is, only whoever gives it can say.
  const withLeave = [...(matter.extensions ?? []), { ...extension, approvedBy: actor }];
  const { fault: stillNot } = dueIn(course, matter, withLeave);
  if (stillNot === undefined) state(course, cause, { type: 'matter-extension-asked', matterId: matter.id, extension });
  return stillNot;
};

/** The day moves on the day leave is given, if it is not over by then. */
const approve = (course: Course, cause: string, matter: Matter, actor: string): MatterRefusal | undefined => {
  const { asked } = matter;
  if (matter.state !== 'open') return 'not-at-that-point';
  if (!asked) return 'nothing-asked';
  if (isSameHand(asked.by, actor)) return 'approver-is-asker';
  const on = localDay(course.at, course.kase.zone);
  return moveDay(course, cause, matter, { ...asked, on, approvedBy: actor });
};

/** Who asked cannot say no to it either: it stays to be seen that somebody else looked. */
const decline = (
  course: Course,
  cause: string,
  { because }: Of<'decline-extension'>,
  { id, state: at, asked }: Matter,
  actor: string,
): MatterRefusal | undefined => {
  if (at !== 'open') return 'not-at-that-point';
  if (!asked) return 'nothing-asked';
  if (isSameHand(asked.by, actor)) return 'approver-is-asker';
  state(course, cause, { type: 'matter-extension-declined', matterId: id, because, by: actor });
  return undefined;
};

const answer = (
  course: Course,
  cause: string,
  { outcome, on, corrects }: Of<'answer-matter'>,
  matter: Matter,
  actor: string,
): MatterRefusal | undefined => {
  const { at } = course;
  if (matter.state !== 'open') return 'not-at-that-point';
  if (on < matter.raisedOn || on > localDay(at, course.kase.zone)) return 'day-not-possible';
  if (corrects && outcome === 'rejected') return 'nothing-to-correct';
  // After an outage this may be the first turn after its day.
  if (on > matter.dueOn) sayIfMissed(course, matter);
  const correctingTaskId = corrects ? matterTaskId(course.kase, 'put-right') : undefined;
  closeTask(course, cause, matter.taskId, 'answered');
  closeTask(course, cause, matterOf(course, matter.id)?.missedTaskId, 'withdrawn');
  state(course, cause, {
    type: 'matter-answered',
    matterId: matter.id,
    outcome,
    on,
    by: actor,
    inTime: on <= matter.dueOn,
    ...(correctingTaskId !== undefined && { correctingTaskId }),
  });
  if (matter.kind === 'complaint' && outcome !== 'rejected' && matter.placementId !== undefined)
    openBreach(course, cause, { kind: 'complaint-upheld', actId: matter.taskId, placementId: matter.placementId });
  if (correctingTaskId === undefined) letGo(course, cause, matter);
  else {
    const deadline = minutesLater(at, putRightDays * 1_440);
    state(course, cause, { type: 'task-opened', taskId: correctingTaskId, to: 'put-right', deadline });
  }
  return undefined;
};

const release = (
  course: Course,
  cause: string,
  { because }: Of<'release-matter'>,
  matter: Matter,
  actor: string,
): MatterRefusal | undefined => {
  if (matter.state === 'closed') return 'not-at-that-point';
  if (because === 'corrected' && matter.state !== 'correcting') return 'nothing-to-correct';
  sayIfMissed(course, matter);
  closeTask(course, cause, matter.taskId, because === 'corrected' ? 'answered' : 'withdrawn');
  closeTask(course, cause, matterOf(course, matter.id)?.missedTaskId, 'withdrawn');
  state(course, cause, { type: 'matter-released', matterId: matter.id, because, by: actor });
  letGo(course, cause, matter);
  return undefined;
};

const carryOut = (course: Course, cause: string, told: MatterCommand, actor: string): MatterRefusal | undefined => {
  if (told.command === 'raise-matter') return raise(course, cause, told);
  const matter = matterOf(course, told.matterId);
  if (!matter) return 'unknown-matter';
  switch (told.command) {
    case 'extend-matter':
      return extend(course, cause, told, matter, actor);
    case 'approve-extension':
      return approve(course, cause, matter, actor);
    case 'decline-extension':
      return decline(course, cause, told, matter, actor);
    case 'answer-matter':
      return answer(course, cause, told, matter, actor);
    case 'release-matter':
      return release(course, cause, told, matter, actor);
    default:
      return told satisfies never;
  }
};

/** Carries out what somebody says of a dispute or complaint, or states why not: nothing of the case is changed then. */
export const takeMatterCommand = (course: Course, cause: string, told: MatterCommand, actor: string): void => {
  const because = carryOut(course, cause, told, actor);
  if (because === undefined) return;
  const about = 'matterId' in told ? { matterId: told.matterId } : {};
  state(course, cause, { type: 'matter-refused', command: told.command, ...about, because });
};
