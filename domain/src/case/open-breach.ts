import { minutesLater } from '../calendar/local-time.js';
import type { Breach } from './breach.js';
import { state, type Course } from './course.js';

const reviewDays = 7;

/** Notes what a partner did without leave; a person looks into it. The contact itself has been counted already. */
export const openBreach = (course: Course, cause: string, { kind, actId, placementId }: Breach): void => {
  state(course, cause, { type: 'breach-opened', kind, actId, placementId });
  const taskId = `${actId}/review-breach`;
  if (course.kase.openTasks.includes(taskId)) return;
  const deadline = minutesLater(course.at, reviewDays * 1440);
  state(course, cause, { type: 'task-opened', taskId, to: 'review-breach', deadline });
};
