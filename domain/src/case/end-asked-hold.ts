import { openHolds } from '../holds/held-days.js';
import type { HoldReason } from '../holds/hold.js';
import { isFollowUp } from './case-id.js';
import { state, type Course } from './course.js';

/**
 * Work an outcome left whose doing is all that its hold waits for. `send-written` is not here: who asked to be written to, not called, has not
 * asked to be called again by being written to once.
 */
const waitsFor: { work: string; reason: HoldReason }[] = [{ work: 'send-proof', reason: 'proof-requested' }];

/** Somebody has done it: the hold of the same cause ends. Who asked twice is sent it twice, and the older goes first. */
export const endAskedHold = (course: Course, cause: string, taskId: string): void => {
  const asked = waitsFor.find(({ work }) => isFollowUp(taskId) && taskId.endsWith(`/${work}`));
  if (!asked) return;
  const [oldest] = openHolds(course.kase.holds, course.at)
    .filter(({ reason }) => reason === asked.reason)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (oldest) state(course, cause, { type: 'hold-ended', holdId: oldest.id });
};
