import { addDays } from '../calendar/day-arithmetic.js';
import { localDay, minutesLater, startOfDay } from '../calendar/local-time.js';
import { outcomeTable, type OutcomeHold } from '../contact/outcome-table.js';
import type { Hold } from '../holds/hold.js';
import type { StepResult } from '../strategy/strategy.js';
import type { Act } from './act.js';
import type { ActOutcome } from './act-outcome.js';
import { state, type Course } from './course.js';
import { finishTry } from './finish-try.js';
import type { TriedStep } from './step-of-plan.js';

type Answered = Extract<ActOutcome, { result: 'answered' }>;

/** Days a promise without a day is given. */
const unstatedPromiseDays = 3;
const followUpDays = 7;

/** The hold an outcome places, as the turn adopts it; its id is the inbox item that told of it. */
export const holdOfOutcome = (
  rule: OutcomeHold,
  id: string,
  from: string,
  scopes: { loan: string; person?: string; point?: string },
): Hold => {
  const { loan, person, point } = scopes;
  const scope = rule.scope === 'person' && person ? { person } : rule.scope === 'point' && point ? { point } : { loan };
  return {
    id,
    reason: rule.reason,
    scope,
    stops: rule.stops,
    from,
    ...(rule.days && { until: minutesLater(from, rule.days * 1440) }),
  };
};

const makePromise = (course: Course, cause: string, outcome: Answered): void => {
  const { kase, at, seen } = course;
  const today = localDay(at, kase.zone);
  const { amount, by } = outcome.details?.promise ?? {
    amount: kase.noted.arrears,
    by: addDays(today, unstatedPromiseDays),
  };
  state(course, cause, { type: 'promise-made', promise: { id: cause, amount, by, madeAt: at, state: 'open' } });
  const until = startOfDay(addDays(by, seen.rules.strategy.promiseGraceDays + 1), kase.zone);
  if (until <= at) return;
  // The ladder's clock runs on under a promise: a broken one gains the debtor no ladder days.
  const hold: Hold = {
    id: cause,
    reason: 'promise',
    scope: { loan: kase.loanId },
    stops: ['contact', 'escalation'],
    from: at,
    until,
  };
  state(course, cause, { type: 'hold-placed', hold });
};

/** Takes what a person answered: counts by the outcome table, holds, promise, call-back, follow-up work. */
export const takeAnswer = (
  course: Course,
  cause: string,
  tried: TriedStep,
  outcome: Answered,
  act: Act | undefined,
): void => {
  const { kase } = course;
  const row = outcomeTable[outcome.code];
  const on = localDay(outcome.at, kase.zone);
  if (tried.rules?.act === 'place-call' && !row.rightParty) state(course, cause, { type: 'failed-call-noted', on });
  if (outcome.code === 'refuses') state(course, cause, { type: 'refusal-recorded', on });
  if (row.hold && !kase.holds.some(({ id }) => id === cause)) {
    const borrower = kase.terms.debtors.find(({ role }) => role === 'borrower')?.personId;
    const reached =
      act && 'personId' in act ? { person: act.personId, point: act.pointId } : borrower ? { person: borrower } : {};
    // A late answer about a number the plan no longer names: whoever concluded the act has held the number itself.
    if (row.hold.scope !== 'point' || 'point' in reached)
      state(course, cause, {
        type: 'hold-placed',
        hold: holdOfOutcome(row.hold, cause, course.at, { loan: kase.loanId, ...reached }),
      });
  }
  if (row.followUp) {
    const taskId = `${outcome.planId}/${row.followUp}`;
    if (!kase.openTasks.includes(taskId))
      state(course, cause, {
        type: 'task-opened',
        taskId,
        to: row.followUp,
        deadline: minutesLater(course.at, followUpDays * 1440),
      });
  }
  if (row.next === 'await-promise') makePromise(course, cause, outcome);
  if (!tried.current) return;
  const callBackAt = outcome.details?.callBackAt;
  if (row.next === 'call-back' && callBackAt && callBackAt > course.at && tried.attempt < (tried.rules?.tries ?? 1)) {
    return state(course, cause, { type: 'call-back-agreed', round: tried.round, step: tried.step, callBackAt });
  }
  const fallback: StepResult = row.next === 'retry' || row.next === 'call-back' ? 'retry' : 'done';
  finishTry(course, cause, tried, outcome.code, fallback);
};
