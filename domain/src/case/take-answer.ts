import { localDay, minutesLater } from '../calendar/local-time.js';
import { outcomeTable, type OutcomeRow } from '../contact/outcome-table.js';
import { wordOfThirdParty, type WordOfThirdParty } from '../contact/word-of-third-party.js';
import type { Hold } from '../holds/hold.js';
import type { StepResult } from '../strategy/step.js';
import type { ActOutcome } from './act-outcome.js';
import { state, type Course } from './course.js';
import { finishTry } from './finish-try.js';
import { makePromises } from './make-promises.js';
import { raiseMatter } from './raise-matter.js';
import { isBorrower, type TriedStep } from './step-of-plan.js';
import { adoptHold } from './take-hold.js';

type Answered = Extract<ActOutcome, { result: 'answered' }>;

const followUpDays = 7;

/** Where a try leads when the strategy is silent. Of those who are asked about the borrower one after another each is another try. */
const byDefault = ({ next }: OutcomeRow, third: WordOfThirdParty | undefined): StepResult => {
  if (third) return third.ends ? 'done' : 'retry';
  return next === 'retry' || next === 'call-back' ? 'retry' : 'done';
};

/** A dispute is about each loan that was spoken of; a complaint about us is one, and the case that made the contact has it. */
const hearMatter = (course: Course, cause: string, { code, actId, planId, at, reached }: Answered): void => {
  const kind = code === 'disputes' ? 'dispute' : 'complaint';
  if (kind === 'complaint' && actId !== planId) return;
  const { handedTo, zone } = course.kase;
  const told = { kind, ground: 'not-said', raisedOn: localDay(at, zone) } as const;
  // Whom it reached is said of contacts that no plan of ours led to: then the agency made it.
  const byAgency = reached !== undefined && handedTo?.kind === 'agency';
  if (!byAgency) return raiseMatter(course, cause, { ...told, channel: 'borrower' }, true);
  const about = kind === 'complaint' ? { placementId: handedTo.id } : {};
  raiseMatter(course, cause, { ...told, channel: 'agency', ...about }, true);
};

/** Takes what a person answered: what the outcome table says of the step, the holds that were placed, promise, call-back, follow-up work. */
export const takeAnswer = (
  course: Course,
  cause: string,
  tried: TriedStep,
  outcome: Answered,
  holds: readonly Hold[],
  reached: string | undefined,
): void => {
  const { kase } = course;
  const borrowers = isBorrower(kase, reached);
  const row = outcomeTable[outcome.code];
  const on = localDay(outcome.at, kase.zone);
  if (borrowers && tried.rules?.act === 'place-call' && !row.rightParty)
    state(course, cause, { type: 'failed-call-noted', on });
  if (borrowers && outcome.code === 'refuses') state(course, cause, { type: 'refusal-recorded', on });
  const third = tried.rules?.to === undefined ? undefined : wordOfThirdParty(outcome.code);
  for (const hold of holds) if (!kase.holds.some(({ id }) => id === hold.id)) adoptHold(course, cause, hold);
  if (outcome.code === 'disputes' || outcome.code === 'complains') hearMatter(course, cause, outcome);
  else if (row.followUp && !(third && row.followUp === 'repair-contact')) {
    const taskId = `${outcome.planId}/${row.followUp}`;
    if (!kase.openTasks.includes(taskId))
      state(course, cause, {
        type: 'task-opened',
        taskId,
        to: row.followUp,
        deadline: minutesLater(course.at, followUpDays * 1440),
      });
  }
  if (borrowers && row.next === 'await-promise') makePromises(course, cause, outcome, tried.rules);
  if (!tried.current) return;
  const callBackAt = outcome.details?.callBackAt;
  const nth = tried.attempt - (tried.progress?.triesBefore ?? 0);
  if (row.next === 'call-back' && callBackAt && callBackAt > course.at && nth < (tried.rules?.tries ?? 1)) {
    return state(course, cause, { type: 'call-back-agreed', round: tried.round, step: tried.step, callBackAt });
  }
  finishTry(course, cause, tried, outcome.code, byDefault(row, third));
};
