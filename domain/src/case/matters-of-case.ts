import { addDays } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { startOfDay } from '../calendar/local-time.js';
import type { Matter } from '../matters/matter.js';
import type { FollowUp } from '../contact/outcome-table.js';
import { isFollowUp, planIdOf, readPlanId } from './case-id.js';
import type { CollectionCase } from './collection-case.js';
import type { Course } from './course.js';

const work = [
  'answer-dispute',
  'answer-complaint',
  'put-right',
  'missed-answer',
  'answer-credit-dispute',
  'missed-credit-answer',
] as const satisfies readonly FollowUp[];
export type MatterWork = (typeof work)[number];

/** Work on a dispute or complaint that the case itself gave; an outcome of before they were matters left follow-ups of the same names. */
export const isMatterTask = (taskId: string): boolean =>
  !isFollowUp(taskId) && work.some((each) => each === readPlanId(taskId).step);

/** Work that only the answer itself ends. */
export const isAnswerOwed = (taskId: string): boolean => {
  const { step } = readPlanId(taskId);
  return (
    isMatterTask(taskId) &&
    (step === 'answer-dispute' || step === 'answer-complaint' || step === 'answer-credit-dispute')
  );
};

/** While one is not over the case stays open, whatever is paid: somebody is owed an answer. */
export const hasOpenMatter = ({ matters }: Pick<CollectionCase, 'matters'>): boolean =>
  matters?.some(({ state }) => state !== 'closed') ?? false;

export const matterOf = ({ kase }: Course, id: string): Matter | undefined =>
  kase.matters?.find((each) => each.id === id);

/** The first instant at which an answer is late. */
export const lateFrom = ({ zone }: Pick<CollectionCase, 'zone'>, { dueOn }: Pick<Matter, 'dueOn'>): Instant =>
  startOfDay(addDays(dueOn, 1), zone);

/** A task of its own for each piece of work, numbered through the case. */
export const matterTaskId = ({ caseId, round, matters = [] }: CollectionCase, what: MatterWork): string => {
  const before = matters.reduce(
    (sum, { extensions, missedTaskId, outcome }) =>
      sum + 1 + (extensions?.length ?? 0) + (missedTaskId === undefined ? 0 : 1) + (outcome === undefined ? 0 : 1),
    0,
  );
  return planIdOf(caseId, round, what, before + 1);
};

/** When time alone changes what becomes of one: its day is over. All are ahead. */
export const matterWakes = ({ kase, at }: Course): { because: string; when: Instant }[] =>
  (kase.matters ?? []).flatMap((matter) => {
    const when = lateFrom(kase, matter);
    return matter.state === 'open' && matter.missedTaskId === undefined && when > at
      ? [{ because: 'an answer is due', when }]
      : [];
  });
