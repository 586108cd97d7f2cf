import { minutesLater } from '../calendar/local-time.js';
import type { Matter } from '../matters/matter.js';
import { clock, state, type Course } from './course.js';
import { lateFrom, matterTaskId } from './matters-of-case.js';
import { seeToCreditAnswers } from './see-to-credit-answers.js';

const lateDays = 1;

/** Says once of one whose day is over that nobody has answered, and gives somebody else the work beside. */
export const sayIfMissed = (course: Course, { id, dueOn, state: stands, missedTaskId }: Matter): void => {
  if (stands !== 'open' || missedTaskId !== undefined || lateFrom(course.kase, { dueOn }) > course.at) return;
  const taskId = matterTaskId(course.kase, 'missed-answer');
  state(course, clock, { type: 'matter-overdue', matterId: id, dueOn, taskId });
  const deadline = minutesLater(course.at, lateDays * 1_440);
  state(course, clock, { type: 'task-opened', taskId, to: 'missed-answer', deadline });
};

/** Each dispute and complaint of the case, and each dispute of its credit record: none is missed in silence. */
export const seeToMatters = (course: Course): void => {
  for (const matter of course.kase.matters ?? []) sayIfMissed(course, matter);
  seeToCreditAnswers(course);
};
