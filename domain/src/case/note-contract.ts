import { sumOf } from '../money/components.js';
import { state, type Course } from './course.js';
import type { LoanFact } from './loan-fact.js';

/** States what an event changes of the contract; what it makes owed is in the position already. */
export const noteContract = (course: Course, cause: string, event: LoanFact): void => {
  if (event.type === 'loan-restructured') {
    const { type, restructuringId, on, replaces, instalments, overdue, takenOver } = event;
    const sums = { instalments: instalments.length, takenOver: sumOf(takenOver) };
    return state(course, cause, { type, restructuringId, on, replaces, overdue, ...sums });
  }
  if (event.type === 'loan-accelerated') {
    const { type, accelerationId, on, from, due, against } = event;
    return state(course, cause, { type, accelerationId, on, from, due: sumOf(due), ...(against && { against }) });
  }
  if (event.type === 'acceleration-undone') {
    const { type, accelerationId, undoneOn, because } = event;
    return state(course, cause, { type, accelerationId, undoneOn, because });
  }
  if (event.type === 'creditor-changed') {
    const { type, changeId, to, on, notifiedOn } = event;
    return state(course, cause, { type, changeId, to, on, ...(notifiedOn !== undefined && { notifiedOn }) });
  }
};
