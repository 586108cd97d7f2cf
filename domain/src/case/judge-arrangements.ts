import type { Arrangement } from '../arrangements/arrangement.js';
import { sumOf } from '../money/components.js';
import { isOpen, standingIn } from './arrangements-of-case.js';
import { clock, state, type Course } from './course.js';
import { endArrangementHold, endOfferHold, holdForArrangement } from './hold-for-arrangement.js';
import { isOverdue } from './note-position.js';

const end = (course: Course, arrangement: Arrangement, because: 'lapsed' | 'loan-ended'): void =>
  state(course, clock, { type: 'arrangement-ended', arrangementId: arrangement.id, because });

/** Found so by the position as it is known now; told when that is news. */
const judge = (course: Course, cause: string, arrangement: Arrangement): void => {
  const found = standingIn(course, arrangement);
  const { state: before, id: arrangementId } = arrangement;
  if (found.state === before) return;
  // What was kept is only lost when money is taken back; instalments that fall due later are none of it.
  const { received, missed } = found;
  const was = before === 'kept' || before === 'broken' ? before : undefined;
  const because = was === undefined && found.state !== 'kept' ? clock : cause;
  state(course, because, {
    type: 'arrangement-judged',
    arrangementId,
    state: found.state,
    received,
    ...(missed !== undefined && { missed }),
    ...(was && { was }),
  });
};

/** The hold stands while it is kept; what was given up is not asked for either, until servicing has closed the loan or taken it off. */
const holdOrLetGo = (course: Course, cause: string, arrangement: Arrangement): void => {
  const givesUp = sumOf(arrangement.terms.discount) > 0;
  const rests = arrangement.state === 'active' || (arrangement.state === 'kept' && givesUp && isOverdue(course));
  if (rests) holdForArrangement(course, cause, arrangement);
  else endArrangementHold(course, arrangement);
};

/**
 * Watches what was agreed, by value date: kept, broken, mended, and turned by late news. An offer nobody took lapses; whatever is open ends
 * with the loan. `cause`: the first news of the turn.
 */
export const judgeArrangements = (course: Course, cause: string): void => {
  for (const { id } of course.kase.arrangements ?? []) {
    const now = (): Arrangement | undefined => course.kase.arrangements?.find((each) => each.id === id);
    const before = now();
    if (!before) continue;
    if (course.kase.endsAs) {
      if (isOpen(before)) end(course, before, 'loan-ended');
      endOfferHold(course, clock, id);
      endArrangementHold(course, before);
      continue;
    }
    if ((before.state === 'proposed' || before.state === 'offered') && before.offerUntil <= course.at) {
      end(course, before, 'lapsed');
      continue;
    }
    if (before.state === 'active' || before.state === 'kept' || before.state === 'broken') {
      judge(course, cause, before);
      const after = now();
      if (after) holdOrLetGo(course, cause, after);
    }
  }
};
