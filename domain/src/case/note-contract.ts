import { sumOf } from '../money/components.js';
import { state, type Course } from './course.js';
import type { LoanFact } from './loan-fact.js';

/** States what an event changes of the contract; what it makes owed is in the position already. */
export const noteContract = (course: Course, cause: string, event: LoanFact): void => {
  if (event.type === 'loan-restructured') {
    const { restructuringId, on, replaces, instalments, overdue, takenOver } = event;
    const sums = { instalments: instalments.length, takenOver: sumOf(takenOver) };
    return state(course, cause, { type: 'restructuring-noted', restructuringId, on, replaces, overdue, ...sums });
  }
  if (event.type === 'loan-accelerated') {
    const { accelerationId, on, from, due, against } = event;
    return state(course, cause, {
      type: 'acceleration-noted',
      accelerationId,
      on,
      from,
      due: sumOf(due),
      ...(against && { against }),
    });
  }
  if (event.type === 'acceleration-undone') {
    const { accelerationId, undoneOn, because } = event;
    return state(course, cause, { type: 'undoing-noted', accelerationId, undoneOn, because });
  }
  if (event.type === 'creditor-changed') {
    const { changeId, to, on, notifiedOn } = event;
    return state(course, cause, {
      type: 'creditor-noted',
      changeId,
      to,
      on,
      ...(notifiedOn !== undefined && { notifiedOn }),
    });
  }
};
