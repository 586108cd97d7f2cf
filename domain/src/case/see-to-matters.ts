import { minutesLater } from '../calendar/local-time.js';
import { clock, state, type Course } from './course.js';
import { lateFrom, matterTaskId } from './matters-of-case.js';

const lateDays = 1;

/** Says once of each dispute and complaint whose day is over that nobody has answered, and gives somebody else the work beside. */
export const seeToMatters = (course: Course): void => {
  for (const matter of course.kase.matters ?? []) {
    const { id, dueOn, state: stands, missedTaskId } = matter;
    if (stands !== 'open' || missedTaskId !== undefined || lateFrom(course.kase, matter) > course.at) continue;
    const taskId = matterTaskId(course.kase, 'missed-answer');
    state(course, clock, { type: 'matter-overdue', matterId: id, dueOn, taskId });
    const deadline = minutesLater(course.at, lateDays * 1_440);
    state(course, clock, { type: 'task-opened', taskId, to: 'missed-answer', deadline });
  }
};
