import type { Instant } from '../calendar/instant.js';
import { minutesLater } from '../calendar/local-time.js';
import type { CreditAnswer } from '../credit-reporting/credit-answer-due.js';
import type { CreditTold } from '../credit-reporting/credit-told.js';
import { planIdOf } from './case-id.js';
import { clock, state, type Course } from './course.js';
import { lateFrom } from './matters-of-case.js';

const lateDays = 1;

const taskIdOf = ({ kase }: Course, what: 'answer-credit-dispute' | 'missed-credit-answer', nth: number): string =>
  planIdOf(kase.caseId, kase.round, what, nth);

/** Says once of one whose day is over that nobody has answered, and gives somebody else the work beside. */
const sayIfMissed = (course: Course, { disputeId, dueOn, answered, missedTaskId }: CreditAnswer): void => {
  if (answered || missedTaskId !== undefined || lateFrom(course.kase, { dueOn }) > course.at) return;
  const nth = (course.kase.creditAnswers ?? []).findIndex((each) => each.disputeId === disputeId) + 1;
  const taskId = taskIdOf(course, 'missed-credit-answer', nth);
  state(course, clock, { type: 'credit-noted', credit: 'answer-overdue', disputeId, dueOn, taskId });
  const deadline = minutesLater(course.at, lateDays * 1_440);
  state(course, clock, { type: 'task-opened', taskId, to: 'missed-credit-answer', deadline });
};

/** Each dispute of what the bureau was told: no answer is missed in silence (CN-CR-3, US-FCRA-3). */
export const seeToCreditAnswers = (course: Course): void => {
  for (const answer of course.kase.creditAnswers ?? []) sayIfMissed(course, answer);
};

/** Takes what the case is told of its loan's credit record: a dispute is somebody's work until it is answered. */
export const takeCreditTold = (course: Course, cause: string, told: CreditTold): void => {
  const { kase } = course;
  if (told.credit === 'answered') {
    const owed = kase.creditAnswers?.find(({ disputeId, answered }) => disputeId === told.disputeId && !answered);
    // After an outage this may be the first turn after its day.
    if (owed && told.late) sayIfMissed(course, owed);
    const { missedTaskId } = course.kase.creditAnswers?.find(({ disputeId }) => disputeId === told.disputeId) ?? {};
    for (const taskId of [owed?.taskId, missedTaskId])
      if (taskId !== undefined && course.kase.openTasks.includes(taskId))
        state(course, cause, {
          type: 'task-closed',
          taskId,
          because: taskId === missedTaskId ? 'withdrawn' : 'answered',
        });
  }
  state(course, cause, { type: 'credit-noted', ...told });
  if (told.credit !== 'disputed' || kase.creditAnswers?.some(({ disputeId }) => disputeId === told.disputeId)) return;
  const { disputeId, dueOn } = told;
  const taskId = taskIdOf(course, 'answer-credit-dispute', (kase.creditAnswers?.length ?? 0) + 1);
  state(course, cause, { type: 'credit-noted', credit: 'answer-owed', disputeId, dueOn, taskId });
  const deadline = lateFrom(course.kase, { dueOn });
  state(course, cause, { type: 'task-opened', taskId, to: 'answer-credit-dispute', deadline });
};

/** When time alone changes what becomes of one: its day is over. All are ahead. */
export const creditAnswerWakes = ({ kase, at }: Course): { because: string; when: Instant }[] =>
  (kase.creditAnswers ?? []).flatMap(({ answered, missedTaskId, dueOn }) => {
    const when = lateFrom(kase, { dueOn });
    return !answered && missedTaskId === undefined && when > at ? [{ because: 'an answer is due', when }] : [];
  });
