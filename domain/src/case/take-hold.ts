import type { Hold } from '../holds/hold.js';
import type { IgnoredReason } from './case-facts.js';
import { state, type Course } from './course.js';
import { assignedHold } from './hold-for-assignment.js';
import { limitationHold } from './limitation-of-case.js';

/** Adopts a hold once, whoever reported it, and lets go of one that is reported ended; a new hold on somebody who owes no more is not the case's. */
export const adoptHold = (course: Course, cause: string, hold: Hold): void => {
  const { scope } = hold;
  const open = course.kase.holds.some(({ id, endedAt }) => id === hold.id && endedAt === undefined);
  if (hold.endedAt !== undefined && open) return endHold(course, cause, hold.id, 'hold-reported');
  if ('person' in scope && !course.kase.terms.debtors.some(({ personId }) => personId === scope.person))
    return state(course, cause, { type: 'input-noted', kind: 'hold-reported', ignored: 'not-current' });
  if (hold.endedAt !== undefined) return endHold(course, cause, hold.id, 'hold-reported');
  const known = course.kase.holds.some(({ id }) => id === hold.id);
  if (known) return state(course, cause, { type: 'input-noted', kind: 'hold-reported', ignored: 'already-known' });
  state(course, cause, { type: 'hold-placed', hold });
};

/** Ends a hold that is open; the id of an unresolved event's hold is the parked event's. */
export const endHold = (course: Course, cause: string, holdId: string, kind = 'end-hold'): void => {
  const open = course.kase.holds.some(({ id, endedAt }) => id === holdId && endedAt === undefined);
  if (open) return state(course, cause, { type: 'hold-ended', holdId });
  state(course, cause, { type: 'input-noted', kind, ignored: 'unknown-hold' });
};

/** Holds that a turn places and lets go of by what it reads: ended by hand, they would not come back. */
const keptByTheCase: readonly string[] = [assignedHold, limitationHold];

/** Ends a hold for somebody who says so. One of a dispute or complaint ends with its answer, one that the case keeps with its reason. */
export const endHoldByHand = (course: Course, cause: string, holdId: string): void => {
  const refuse = (ignored: IgnoredReason): void =>
    state(course, cause, { type: 'input-noted', kind: 'end-hold', ignored });
  if (course.kase.matters?.some((matter) => matter.id === holdId && matter.state !== 'closed'))
    return refuse('matter-not-closed');
  if (keptByTheCase.some((prefix) => holdId.startsWith(prefix))) return refuse('kept-by-the-case');
  endHold(course, cause, holdId);
};

/** The hold kept while an event that names the loan is parked: what it says may be a payment, or a death. */
export const unresolvedHold = ({ kase, at }: Course, parkedId: string): Hold => ({
  id: parkedId,
  reason: 'unresolved-event',
  scope: { loan: kase.loanId },
  stops: ['contact', 'escalation'],
  from: at,
});
