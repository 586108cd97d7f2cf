import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Desk } from './desk.js';
import { habitWith, type Habit, type Habits } from './habits.js';
import type { Outside } from './outside.js';
import { headcount, onDuty } from './roster.js';
import { workTask, type Worked } from './work-task.js';
import { nextWorkingHalfHour, nextWorkingMoment } from './working-hours.js';

/** What the staff has done so far, in tries; `answered-twice` must stay 0. */
export type WorkLog = Record<Worked['worked'] | 'trouble' | 'left-alone' | 'came-too-late' | 'twice-refused', number>;

export type Staff = {
  /** The next instant at which somebody means to work. */
  agenda(): Promise<Instant | undefined>;
  /** Works on everything due at or before `until`, by task id. Returns the number of tasks worked on. */
  play(until: Instant): Promise<number>;
  log(): WorkLog;
};

type Needs = {
  desk: Desk;
  outside: Outside;
  seed: string;
  habits?: Habits;
  clock: 'test' | 'real';
  /** One task could not be worked on; the others go on. */
  onTrouble(taskId: string, error: unknown): void;
};

/** How long a task that could not be worked on is left before it is looked at again. */
const waitMs = 60 * 60_000;

/** Collectors and crews at their desk. What they remember besides the desk is only when to look at a task again. */
export function staffAt({ desk, outside, seed, habits = 'human', clock, onTrouble }: Needs): Staff {
  const next = clock === 'real' ? nextWorkingMoment : nextWorkingHalfHour;
  const habitOf = (taskId: string): Habit => (habits === 'punctual' ? 'in-time' : habitWith(seed, taskId));
  const notBefore = new Map<string, Instant>();
  const leftAlone = new Set<string>();
  const tooLate = new Map<string, TaskRecord>();
  const cameTooLate = new Set<string>();
  const log = {
    answered: 0,
    'answered-twice': 0,
    refused: 0,
    'answer-refused': 0,
    withheld: 0,
    trouble: 0,
    'twice-refused': 0,
  };

  /** Telephones are manned at night too; nobody rings at a door then. */
  const slotOf = ({ _id, kind, openedAt }: TaskRecord): Instant =>
    next(notBefore.get(_id) ?? openedAt, kind === 'call' ? 'day-and-night' : 'day');
  const slotAfterDeadline = ({ deadline }: TaskRecord): Instant => nextWorkingHalfHour(deadline, 'day');

  /** Tasks somebody means to work on in time. Those of the unpunctual are set aside, to be remembered beyond their closing. */
  async function toWork(): Promise<TaskRecord[]> {
    const open = await desk.list();
    return open.filter((task) => {
      const habit = habitOf(task._id);
      if (habit === 'never') leftAlone.add(task._id);
      if (habit === 'too-late' && !cameTooLate.has(task._id)) tooLate.set(task._id, task);
      return habit === 'in-time' || habit === 'twice';
    });
  }

  async function work(task: TaskRecord, at: Instant): Promise<void> {
    const twice = habitOf(task._id) === 'twice';
    const anHourLater = new Date(Date.parse(at) + waitMs).toISOString();
    try {
      const done = await workTask({ desk, outside, taskId: task._id, by: onDuty(seed, task), twice });
      log[done.worked] += 1;
      if (twice && done.worked === 'answered') log['twice-refused'] += 1;
      const until = done.worked === 'withheld' ? (done.until ?? '') : '';
      notBefore.set(task._id, until > anHourLater ? until : anHourLater);
    } catch (error) {
      log.trouble += 1;
      notBefore.set(task._id, anHourLater);
      onTrouble(task._id, error);
    }
  }

  async function comeTooLate(until: Instant): Promise<number> {
    const due = [...tooLate.values()].filter((task) => slotAfterDeadline(task) <= until).toSorted(byId);
    for (const task of due) {
      tooLate.delete(task._id);
      cameTooLate.add(task._id);
      const by = onDuty(seed, task);
      const leased = await desk.lease(task._id, by);
      if (leased.leased) await desk.handBack(task._id, by);
    }
    return due.length;
  }

  return {
    async agenda() {
      const slots = (await toWork()).map(slotOf);
      return [...slots, ...[...tooLate.values()].map(slotAfterDeadline)].toSorted()[0];
    },
    async play(until) {
      const due = (await toWork()).filter((task) => slotOf(task) <= until).toSorted(byId);
      const perPerson = new Map<string, TaskRecord[]>();
      for (const task of due) perPerson.set(task.personId, [...(perPerson.get(task.personId) ?? []), task]);
      // Everybody works at the same time; one person is spoken to by one of them after the other.
      const one = async (tasks: TaskRecord[]): Promise<void> => {
        for (const task of tasks) await work(task, until);
      };
      const queues = [...perPerson.values()];
      const atWork = async (): Promise<void> => {
        for (let tasks = queues.shift(); tasks; tasks = queues.shift()) await one(tasks);
      };
      await Promise.all(Array.from({ length: headcount }, atWork));
      return due.length + (await comeTooLate(until));
    },
    log: () => ({ ...log, 'left-alone': leftAlone.size, 'came-too-late': cameTooLate.size }),
  };
}

const byId = (a: TaskRecord, b: TaskRecord): number => (a._id < b._id ? -1 : 1);
