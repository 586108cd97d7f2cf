import type { ArrangementCommand } from '../arrangements/arrangement-command.js';
import { isAtLeast } from '../arrangements/authority-needed.js';
import type { RefusedArrangement } from '../arrangements/arrangement-refusal.js';
import type { Instant } from '../calendar/instant.js';
import { acceptArrangement } from './accept-arrangement.js';
import { arrangementOf, isOpen } from './arrangements-of-case.js';
import { state, type Course } from './course.js';
import { endArrangementHold, endOfferHold } from './hold-for-arrangement.js';
import { isSameHand } from './is-same-hand.js';
import { proposeArrangement } from './propose-arrangement.js';

type Refusals = readonly [RefusedArrangement, ...RefusedArrangement[]];

const approve = (
  course: Course,
  cause: string,
  { arrangementId, authority }: Extract<ArrangementCommand, { command: 'approve-arrangement' }>,
  actor: string,
  toldAt: Instant,
): Refusals | undefined => {
  const arrangement = arrangementOf(course, arrangementId);
  if (!arrangement) return [{ because: 'unknown-arrangement' }];
  if (arrangement.state !== 'proposed') return [{ because: 'not-at-that-point', limit: arrangement.state }];
  if (arrangement.offerUntil <= toldAt) return [{ because: 'offer-lapsed', limit: arrangement.offerUntil }];
  if (isSameHand(arrangement.proposedBy, actor)) return [{ because: 'approver-is-proposer' }];
  const { needs } = arrangement;
  if (needs && !isAtLeast(authority, needs)) return [{ because: 'above-authority', needs }];
  state(course, cause, { type: 'arrangement-approved', arrangementId, by: actor, authority });
  return undefined;
};

const decline = (
  course: Course,
  cause: string,
  { arrangementId, because }: Extract<ArrangementCommand, { command: 'decline-arrangement' }>,
  actor: string,
): Refusals | undefined => {
  const arrangement = arrangementOf(course, arrangementId);
  if (!arrangement) return [{ because: 'unknown-arrangement' }];
  if (arrangement.state !== 'proposed') return [{ because: 'not-at-that-point', limit: arrangement.state }];
  if (isSameHand(arrangement.proposedBy, actor)) return [{ because: 'approver-is-proposer' }];
  state(course, cause, { type: 'arrangement-declined', arrangementId, by: actor, because });
  endOfferHold(course, cause, arrangementId);
  return undefined;
};

const withdraw = (
  course: Course,
  cause: string,
  { arrangementId, because }: Extract<ArrangementCommand, { command: 'withdraw-arrangement' }>,
  actor: string,
): Refusals | undefined => {
  const arrangement = arrangementOf(course, arrangementId);
  if (!arrangement) return [{ because: 'unknown-arrangement' }];
  if (!isOpen(arrangement)) return [{ because: 'not-at-that-point', limit: arrangement.state }];
  state(course, cause, { type: 'arrangement-ended', arrangementId, because, by: actor });
  endOfferHold(course, cause, arrangementId);
  endArrangementHold(course, arrangement, cause);
  return undefined;
};

const carryOut = (
  course: Course,
  cause: string,
  command: ArrangementCommand,
  actor: string,
  toldAt: Instant,
): Refusals | undefined => {
  if (course.kase.endsAs) return [{ because: 'loan-is-over' }];
  switch (command.command) {
    case 'propose-arrangement':
      return proposeArrangement(course, cause, command, actor);
    case 'approve-arrangement':
      return approve(course, cause, command, actor, toldAt);
    case 'decline-arrangement':
      return decline(course, cause, command, actor);
    case 'accept-arrangement':
      return acceptArrangement(course, cause, command, toldAt);
    case 'withdraw-arrangement':
      return withdraw(course, cause, command, actor);
    default:
      return command satisfies never;
  }
};

/** Carries out what somebody said about an arrangement at `toldAt`, or states why not: nothing of the case is changed then. */
export const takeArrangementCommand = (
  course: Course,
  cause: string,
  command: ArrangementCommand,
  actor: string,
  toldAt: Instant,
): void => {
  const refused = carryOut(course, cause, command, actor, toldAt);
  if (!refused) return;
  state(course, cause, {
    type: 'arrangement-refused',
    command: command.command,
    ...('arrangementId' in command && { arrangementId: command.arrangementId }),
    refused: [...refused],
  });
};
