import type { Hold } from '../holds/hold.js';
import { clock, state, type Course } from './course.js';

/** How the id of each such hold begins. */
export const assignedHold = 'assigned/';

/**
 * The claim is another's and the debtor has not been told, as far as is proved: nobody is contacted and no stage is climbed until then (民法典 art. 546,
 * CN-LIM-8, and own rule in every place). Read from the position, so that the order in which servicing tells plays no part.
 */
export const holdForAssignment = (course: Course): void => {
  const { kase, seen, at } = course;
  const untold = (seen.position.creditors ?? []).filter(({ notifiedOn }) => notifiedOn === undefined);
  for (const { changeId } of untold) {
    const id = `${assignedHold}${changeId}`;
    if (kase.holds.some((hold) => hold.id === id)) continue;
    const hold: Hold = {
      id,
      reason: 'assigned',
      scope: { loan: kase.loanId },
      stops: ['contact', 'escalation', 'legal'],
      from: at,
    };
    state(course, clock, { type: 'hold-placed', hold });
  }
  for (const { id, endedAt } of course.kase.holds)
    if (
      endedAt === undefined &&
      id.startsWith(assignedHold) &&
      !untold.some(({ changeId }) => id === `${assignedHold}${changeId}`)
    )
      state(course, clock, { type: 'hold-ended', holdId: id });
};
