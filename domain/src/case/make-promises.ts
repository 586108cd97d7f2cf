import { practiceOf } from '../arrangements/promise-practice.js';
import type { PromisedBy, PromiseMade, PromiseTold } from '../arrangements/promise.js';
import { refusePromises } from '../arrangements/refuse-promises.js';
import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import type { Step } from '../strategy/step.js';
import type { ActOutcome } from './act-outcome.js';
import { state, type Course } from './course.js';
import { heldLoan } from './held-loan.js';
import { termsOfPromise } from './last-moment.js';
import { moneyForPromises } from '../arrangements/money-for-promises.js';
import { isOverdue } from './note-position.js';
import { promiseStanding } from './promise-standing.js';
import { promisesTold } from './promises-told.js';

type Answered = Extract<ActOutcome, { result: 'answered' }>;

/** Days a promise without a day is given. */
const unstatedPromiseDays = 3;

const channelOf = (rules: Step | undefined): PromisedBy | undefined => {
  if (rules?.act === 'arrange-visit') return 'visit';
  if (rules?.act !== 'place-call') return undefined;
  return rules.by === undefined || rules.by === 'desk' ? 'call' : rules.by;
};

/** Contact and escalation rest until the promise is judged. The ladder's clock runs on: a broken one gains the debtor no ladder days. */
const rest = ({ kase, at }: Course, id: string, until: Instant): Hold => ({
  id,
  reason: 'promise',
  scope: { loan: kase.loanId },
  stops: ['contact', 'escalation'],
  from: at,
  until,
});

/** What is still promised from another contact gives way to what is promised now: that is what was agreed last. */
const replaceOpen = (course: Course, cause: string): void => {
  const { kase, seen } = course;
  const moneyFor = moneyForPromises(kase.promises, seen.position, kase.zone);
  for (const { id } of kase.promises.filter(({ state: found }) => found === 'open')) {
    state(course, cause, { type: 'promise-replaced', promiseId: id, by: cause, received: moneyFor(id).received });
    const holds = course.kase.holds.some((hold) => hold.id === id && hold.endedAt === undefined);
    if (holds) state(course, cause, { type: 'hold-ended', holdId: id });
  }
};

const makeOne = (
  course: Course,
  id: string,
  told: PromiseTold,
  how: Pick<PromiseMade, 'channel' | 'arrearsReason' | 'madeAt'>,
  cause: string,
): void => {
  const { kase, seen, at } = course;
  const madeOn = localDay(how.madeAt, kase.zone);
  const before = seen.position.payments.flatMap(({ paymentId, valueDate, receivedAt }) =>
    valueDate >= madeOn && receivedAt <= how.madeAt ? paymentId : [],
  );
  const { tolerancePercent } = practiceOf(seen.rules.strategy);
  const tolerance = Number((BigInt(told.amount) * BigInt(tolerancePercent)) / 100n);
  const { judgedAt, keptUntil } = termsOfPromise(course, told);
  const promise: PromiseMade = {
    id,
    ...told,
    ...how,
    state: 'open',
    round: kase.round,
    keptUntil,
    judgedAt,
    ...(tolerance > 0 && { tolerance }),
    ...(before.length > 0 && { notCounting: before }),
  };
  state(course, cause, { type: 'promise-made', promise });
  if (judgedAt > at) state(course, cause, { type: 'hold-placed', hold: rest(course, id, judgedAt) });
};

/**
 * Takes what the borrower promised in a contact, one or several amounts, or refuses all of it with the reason: whoever told it was asked
 * before, but money or another promise may have come since. What was said of no amount is all that the borrower is told to owe that day, in three days.
 */
export const makePromises = (course: Course, cause: string, outcome: Answered, rules: Step | undefined): void => {
  const { kase, seen } = course;
  const { zone } = kase;
  const today = localDay(outcome.at, zone);
  const { strategy } = seen.rules;
  const standing = promiseStanding(kase, heldLoan(seen), strategy, outcome.at);
  const { limits, owed } = standing;
  const days = Math.min(unstatedPromiseDays, limits?.daysAhead ?? unstatedPromiseDays);
  const told = promisesTold(outcome.details) ?? [{ amount: owed, by: addDays(today, days) }];
  if (told.length === 0) return;
  if (!isOverdue(course)) return state(course, cause, { type: 'promise-refused', told, because: 'nothing-overdue' });
  const because = refusePromises(told, standing);
  if (because) return state(course, cause, { type: 'promise-refused', told, because });
  replaceOpen(course, cause);
  const channel = channelOf(rules);
  const arrearsReason = outcome.details?.arrearsReason;
  const how = { madeAt: outcome.at, ...(channel && { channel }), ...(arrearsReason && { arrearsReason }) };
  for (const [nth, each] of told.entries())
    makeOne(course, nth === 0 ? cause : `${cause}/promise-${nth + 1}`, each, how, cause);
};
