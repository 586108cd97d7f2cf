import { addDays } from '../calendar/day-arithmetic.js';
import { startOfDay } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import { stillPending } from '../money/fold-pending.js';
import { clock, state, type Course } from './course.js';

const prefix = 'payment-pending/';

/**
 * Money is on its way: nobody is contacted about it and no stage is climbed until it has come, has failed, or the last day on which it is
 * waited for is over. Read from the position, so that the order in which servicing tells of it plays no part.
 */
export const holdForPending = (course: Course): void => {
  const { kase, seen, at } = course;
  const pending = stillPending(seen.position);
  for (const { paymentId, expectedBy } of pending) {
    const id = `${prefix}${paymentId}`;
    const until = startOfDay(addDays(expectedBy, 1), kase.zone);
    if (until <= at || kase.holds.some((hold) => hold.id === id)) continue;
    const hold: Hold = {
      id,
      reason: 'payment-pending',
      scope: { loan: kase.loanId },
      stops: ['contact', 'escalation'],
      from: at,
      until,
    };
    state(course, clock, { type: 'hold-placed', hold });
  }
  for (const { id, endedAt } of course.kase.holds)
    if (
      endedAt === undefined &&
      id.startsWith(prefix) &&
      !pending.some(({ paymentId }) => id === `${prefix}${paymentId}`)
    )
      state(course, clock, { type: 'hold-ended', holdId: id });
};
