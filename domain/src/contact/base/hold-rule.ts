import type { Hold, HoldReason } from '../../holds/hold.js';
import { openHolds } from '../../holds/held-days.js';
import { stopsContact } from '../../holds/stops-contact.js';
import type { Finding, GateAsk } from '../gate-ask.js';
import { allowedWhileHeld } from '../purpose-scope.js';
import type { RefusalReason } from '../refusal.js';

const reasonOf = (reason: HoldReason): RefusalReason => {
  if (reason === 'unresolved-event') return 'unresolved-event';
  return reason === 'opted-out' ? 'opted-out' : 'held';
};

/** A hold on another point of the person does not touch this one. */
const touches = ({ scope }: Hold, pointId: string): boolean => !('point' in scope) || scope.point === pointId;

/** Holds on loan, person or point in force at that instant, whatever they stop. */
export const openHoldsOn = ({ attempt, person, point, loanHolds }: GateAsk): Hold[] =>
  openHolds(
    [
      ...[...loanHolds, ...person.holds].filter((hold) => touches(hold, attempt.pointId)),
      // The number's own: they hold for everybody who has it, whatever each calls it.
      ...(point?.holds ?? []),
    ],
    attempt.at,
  );

/** Refused, not deferred: how a hold ends is the case's to plan. Packs may allow less (hold-on-event), never more. */
export const holdRule = (ask: GateAsk): Finding => {
  const [first, ...more] = openHoldsOn(ask).filter(
    ({ stops, reason }) =>
      stopsContact(stops, ask.attempt.channel) && !allowedWhileHeld(reason).includes(ask.attempt.purpose),
  );
  if (!first) return { inputs: {}, verdict: 'allow' };
  return {
    inputs: { hold: first.id, because: first.reason, others: more.length },
    verdict: 'refuse',
    reason: reasonOf(first.reason),
  };
};
