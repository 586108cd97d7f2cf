import type { Arrangement } from '../arrangements/arrangement.js';
import type { Hold, HoldStop } from '../holds/hold.js';
import { clock, state, type Course } from './course.js';

const isOf = (hold: Hold, id: string): boolean => hold.id === id || hold.id.startsWith(`${id}/again-`);

/** Collection stops while it is kept (art. 70, CN-PLAN-3), and the ladder's clock with it; charges for lateness where that was agreed. */
export const holdForArrangement = (course: Course, cause: string, { id, terms }: Arrangement): void => {
  const { kase, at } = course;
  const before = kase.holds.filter((hold) => isOf(hold, id));
  if (before.some(({ endedAt }) => endedAt === undefined)) return;
  const stops: HoldStop[] = ['contact', 'escalation', 'timers', 'legal'];
  const hold: Hold = {
    id: before.length === 0 ? id : `${id}/again-${before.length}`,
    reason: 'repayment-plan',
    scope: { loan: kase.loanId },
    stops: terms.accrues ? stops : [...stops, 'interest'],
    from: at,
  };
  state(course, cause, { type: 'hold-placed', hold });
};

const offerOf = (id: string): string => `${id}/offer`;

/** What was asked for is answered before anything is pressed harder (requirements C7); a person asked for it, so the reason is a person's command. */
export const holdForOffer = (course: Course, cause: string, { id, offerUntil }: Arrangement): void =>
  state(course, cause, {
    type: 'hold-placed',
    hold: {
      id: offerOf(id),
      reason: 'command',
      scope: { loan: course.kase.loanId },
      stops: ['escalation'],
      from: course.at,
      until: offerUntil,
    },
  });

/** It has been answered. An offer that lapses lets go of its hold by itself. */
export const endOfferHold = (course: Course, cause: string, id: string): void => {
  if (course.kase.holds.some((hold) => hold.id === offerOf(id) && hold.endedAt === undefined))
    state(course, cause, { type: 'hold-ended', holdId: offerOf(id) });
};

export const endArrangementHold = (course: Course, { id }: Pick<Arrangement, 'id'>, cause: string = clock): void => {
  for (const hold of course.kase.holds)
    if (isOf(hold, id) && hold.endedAt === undefined) state(course, cause, { type: 'hold-ended', holdId: hold.id });
};
