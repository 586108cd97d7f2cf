import type { Hold, HoldReason } from '../../holds/hold.js';
import { stopsNow } from '../../holds/held-days.js';
import { packVersion, type GateAsk, type GateRule } from '../gate-ask.js';
import { allowedWhileHeld } from '../purpose-scope.js';
import type { RefusalReason } from '../refusal.js';

const reasonOf = (reason: HoldReason): RefusalReason => {
  if (reason === 'unresolved-event') return 'unresolved-event';
  return reason === 'opted-out' ? 'opted-out' : 'held';
};

/** A hold on another point of the person does not touch this one. */
const touches = ({ scope }: Hold, pointId: string): boolean => !('point' in scope) || scope.point === pointId;

const inForce = ({ attempt, person, point, loanHolds }: GateAsk): Hold[] =>
  stopsNow(
    [
      ...[...loanHolds, ...person.holds].filter((hold) => touches(hold, attempt.pointId)),
      // The number's own: they hold for everybody who has it, whatever each calls it.
      ...(point?.holds ?? []),
    ],
    'contact',
    attempt.at,
  ).filter((hold) => !allowedWhileHeld(hold.reason).includes(attempt.purpose));

/** Holds on loan, person or point that stop contact. Refused, not deferred: how a hold ends is the case's to plan. */
export const holdRule: GateRule = (ask) => {
  const named = {
    rule: 'no-hold',
    version: packVersion(ask.law),
    citation: 'requirements C4; regulation survey section 5; CN-FREQ-5 民法典 art. 1033(1); US 12 CFR 1006.14(h)',
  } as const;
  const [first, ...more] = inForce(ask);
  if (!first) return { ...named, inputs: {}, verdict: 'allow' };
  return {
    ...named,
    inputs: { hold: first.id, because: first.reason, others: more.length },
    verdict: 'refuse',
    reason: reasonOf(first.reason),
  };
};
