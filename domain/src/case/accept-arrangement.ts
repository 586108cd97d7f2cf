import { moneyForPromises } from '../arrangements/money-for-promises.js';
import type { ArrangementCommand } from '../arrangements/arrangement-command.js';
import type { RefusedArrangement } from '../arrangements/arrangement-refusal.js';
import type { Arrangement } from '../arrangements/arrangement.js';
import { owedForArrangement } from '../arrangements/owed-for-arrangement.js';
import { moneyForArrangement } from '../arrangements/standing-of-arrangement.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { sumOf } from '../money/components.js';
import { arrangementOf } from './arrangements-of-case.js';
import { state, type Course } from './course.js';
import { endOfferHold, holdForArrangement } from './hold-for-arrangement.js';

type Acceptance = Extract<ArrangementCommand, { command: 'accept-arrangement' }>;
type Refusals = readonly [RefusedArrangement, ...RefusedArrangement[]];

/**
 * What was agreed is about what is owed: what came since the proposal counts for it, anything else makes it another debt. What lateness costs is fixed
 * as of the proposal: it grows every day, and money dated back makes it less.
 */
const isSameDebt = ({ seen }: Course, arrangement: Arrangement): boolean => {
  const { over, owed: agreed, late = {} } = arrangement.terms;
  const owed = sumOf(owedForArrangement(seen.position, allocationOf(seen.terms))[over].owed);
  const since = moneyForArrangement(arrangement, seen.position).reduce((sum, { amount }) => sum + amount, 0);
  return owed + since === sumOf(agreed) - sumOf(late);
};

/** What was promised before gives way to what is agreed now. */
const replacePromises = (course: Course, cause: string, by: string): void => {
  const { kase, seen } = course;
  const moneyFor = moneyForPromises(kase.promises, seen.position, kase.zone);
  for (const { id } of kase.promises.filter((promise) => promise.state === 'open')) {
    state(course, cause, { type: 'promise-replaced', promiseId: id, by, received: moneyFor(id).received });
    if (course.kase.holds.some((hold) => hold.id === id && hold.endedAt === undefined))
      state(course, cause, { type: 'hold-ended', holdId: id });
  }
};

/** The debtor has signed: from now on collection rests while it is kept. `toldAt`: when somebody said so, however late our turn comes. */
export const acceptArrangement = (
  course: Course,
  cause: string,
  { arrangementId, personId, on, hash }: Acceptance,
  toldAt: Instant,
): Refusals | undefined => {
  const { kase } = course;
  const today = localDay(toldAt, kase.zone);
  const arrangement = arrangementOf(course, arrangementId);
  if (!arrangement) return [{ because: 'unknown-arrangement' }];
  if (arrangement.state !== 'offered') return [{ because: 'not-at-that-point', limit: arrangement.state }];
  if (arrangement.offerUntil <= toldAt) return [{ because: 'offer-lapsed', limit: arrangement.offerUntil }];
  if (hash !== arrangement.hash) return [{ because: 'not-what-was-offered' }];
  if (!kase.terms.debtors.some((debtor) => debtor.personId === personId)) return [{ because: 'not-a-debtor' }];
  if (on < localDay(arrangement.proposedAt, kase.zone) || on > today)
    return [{ because: 'day-not-possible', limit: today }];
  if (arrangement.terms.layout.firstOn < on)
    return [{ because: 'first-day-in-the-past', limit: arrangement.terms.layout.firstOn }];
  if (!isSameDebt(course, arrangement)) return [{ because: 'owed-has-changed' }];
  state(course, cause, { type: 'arrangement-accepted', arrangementId, personId, on });
  endOfferHold(course, cause, arrangementId);
  replacePromises(course, cause, arrangementId);
  holdForArrangement(course, cause, arrangement);
  return undefined;
};
