import { owedForArrangement } from '../arrangements/owed-for-arrangement.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { sumOf } from '../money/components.js';
import type { Minor } from '../money/money.js';
import type { WriteOff, WriteOffCommand, WriteOffReason, WriteOffRefusal } from '../write-off/write-off.js';
import { isWatched } from './arrangements-of-case.js';
import { state, type Course } from './course.js';
import { isSameHand } from './is-same-hand.js';
import { isTimeBarred, limitationHold, limitationOfCase } from './limitation-of-case.js';

/** What stands in the books: what lateness has cost and nobody has billed was never in them. */
const owedNow = ({ seen }: Course): Minor =>
  sumOf(owedForArrangement(seen.position, allocationOf(seen.terms)).all.owed);

/** A hold the case placed itself is asked anew: what this very turn has recorded may show that the claim is not over. */
const isBarredNow = (course: Course): boolean => {
  const { kase, at, seen } = course;
  const byOthers = (id: string): boolean => !id.startsWith(limitationHold);
  if (kase.holds.some((hold) => hold.reason === 'time-barred' && hold.endedAt === undefined && byOthers(hold.id)))
    return true;
  return isTimeBarred(course) && limitationOfCase(kase, seen, localDay(at, kase.zone))?.state === 'expired';
};

/** A reason that the case itself can see must be so; the others rest on what whoever proposes it knows. */
const notSo = (course: Course, because: WriteOffReason): WriteOffRefusal | undefined => {
  switch (because) {
    case 'ladder-ended':
      return course.kase.ladderEnded ? undefined : 'ladder-goes-on';
    case 'time-barred':
      return isBarredNow(course) ? undefined : 'not-time-barred';
    case 'insolvency':
    case 'death':
    case 'small-amount':
    case 'fraud':
      return undefined;
    default:
      return because satisfies never;
  }
};

/** What must be so of the claim when it is proposed, and still when it is approved. */
const standsInTheWay = (course: Course, because: WriteOffReason): WriteOffRefusal | undefined => {
  if (isWatched(course)) return 'under-an-arrangement';
  return owedNow(course) <= 0 ? 'nothing-owed' : notSo(course, because);
};

const propose = (
  course: Course,
  cause: string,
  because: WriteOffReason,
  actor: string,
): WriteOffRefusal | undefined => {
  const { kase, at, seen } = course;
  if (kase.writeOff?.state === 'written-off') return 'written-off-already';
  if (kase.writeOff?.state === 'proposed') return 'proposed-already';
  const refused = standsInTheWay(course, because);
  if (refused) return refused;
  const amount = owedNow(course);
  const { currency } = seen.position;
  const writeOff: WriteOff = {
    id: cause,
    state: 'proposed',
    because,
    amount,
    currency,
    proposedBy: actor,
    proposedAt: at,
  };
  state(course, cause, { type: 'write-off-proposed', writeOff });
  return undefined;
};

const decide = (
  course: Course,
  cause: string,
  { command, writeOffId }: Extract<WriteOffCommand, { writeOffId: string }>,
  actor: string,
): WriteOffRefusal | undefined => {
  const { kase, at, seen } = course;
  const { writeOff } = kase;
  if (!writeOff || writeOff.id !== writeOffId) return 'unknown-write-off';
  if (writeOff.state !== 'proposed') return 'not-at-that-point';
  if (isSameHand(writeOff.proposedBy, actor)) return 'approver-is-proposer';
  if (command === 'decline-write-off') {
    state(course, cause, { type: 'write-off-declined', writeOffId, by: actor });
    return undefined;
  }
  const refused = standsInTheWay(course, writeOff.because);
  if (refused) return refused;
  if (owedNow(course) !== writeOff.amount) return 'owed-has-changed';
  const { proposedBy, amount, currency } = writeOff;
  const on = localDay(at, kase.zone);
  state(course, cause, { type: 'written-off', writeOffId, proposedBy, approvedBy: actor, amount, currency, on });
  if (seen.rules.strategy.end?.afterWriteOff === 'close')
    state(course, cause, { type: 'loan-ended', ending: 'uncollectable' });
  return undefined;
};

/** Carries out what somebody says about a write-off, or states why not: nothing of the case is changed then. */
export const takeWriteOffCommand = (course: Course, cause: string, command: WriteOffCommand, actor: string): void => {
  const carryOut = (): WriteOffRefusal | undefined => {
    if (course.kase.endsAs) return 'loan-is-over';
    switch (command.command) {
      case 'propose-write-off':
        return propose(course, cause, command.because, actor);
      case 'approve-write-off':
      case 'decline-write-off':
        return decide(course, cause, command, actor);
      default:
        return command satisfies never;
    }
  };
  const because = carryOut();
  if (because) state(course, cause, { type: 'write-off-refused', command: command.command, because });
};
