import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import { adoptHolds } from './adopt-holds.js';
import { askForDebit } from './ask-for-debit.js';
import { isFollowUp } from './case-id.js';
import type { CaseFact } from './case-facts.js';
import type { Input } from './case-inputs.js';
import type { CollectionCase } from './collection-case.js';
import { clock, state, type Course } from './course.js';
import { unopened } from './evolve.js';
import { endLadder } from './end-ladder.js';
import { expireAwaited } from './expire-awaited.js';
import { holdForAssignment } from './hold-for-assignment.js';
import { holdForPending } from './hold-for-pending.js';
import { suspensionsToCarry } from './limitation-of-case.js';
import { judgeArrangements } from './judge-arrangements.js';
import { judgePromises } from './judge-promises.js';
import { beginSearch, locateBorrower } from './locate-borrower.js';
import { moveStage } from './move-stage.js';
import { noteRecoveries } from './note-recoveries.js';
import { noteMerges } from './note-merges.js';
import { notePosition } from './note-position.js';
import { noteTerms } from './note-terms.js';
import { loanZone, openCase } from './open-case.js';
import type { Plan } from './plan.js';
import { planNext } from './plan-next.js';
import { seeToDiscrepancies } from './see-to-discrepancies.js';
import { seeToErrands } from './see-to-errands.js';
import { seeToMatters } from './see-to-matters.js';
import type { Seen } from './seen.js';
import { takeInput } from './take-input.js';
import { borrowerOf } from './terms.js';
import { watchLimitation } from './watch-limitation.js';
import { holdForVerification } from './verify-borrower.js';

/** `kase`: what the facts make of the case, for whoever does not seal them into a journal first. */
export type Decision = { facts: CaseFact[]; plan: Plan; kase: CollectionCase };

/** Plans mostly differ in their time or reason, or are wholly alike: to write both out is a tenth of a turn. */
const samePlan = (a: Plan, b: Plan): boolean => {
  if ('ending' in a || 'ending' in b) return JSON.stringify(a) === JSON.stringify(b);
  if (a.dueAt !== b.dueAt || a.id !== b.id || a.because !== b.because) return false;
  if (a.readPosition !== b.readPosition || a.stage !== b.stage || a.awaiting !== b.awaiting) return false;
  return a.act === b.act || JSON.stringify(a.act) === JSON.stringify(b.act);
};

const move = (course: Course): void => {
  moveStage(course);
  beginSearch(course);
};

/** Planning may let the last steps of a stage lapse: then the case may move on at once. */
const moveAndPlan = (course: Course): Plan => {
  const { stage, round } = course.kase;
  move(course);
  expireAwaited(course);
  endLadder(course);
  const stated = course.facts.length;
  const plan = planNext(course);
  const lapsed = course.facts.slice(stated).some(({ type }) => type === 'step-lapsed');
  const moved = course.kase.stage !== stage || course.kase.round !== round;
  if (!lapsed || moved) return plan;
  move(course);
  return planNext(course);
};

/**
 * A turn of the case: what the inputs and the time make of it, as facts, and the one thing to do next.
 * Total and pure: the same case, inputs, sight and instant give the same decision. A case that is closed takes no input.
 */
export const decide = (
  before: CollectionCase | undefined,
  caseId: string,
  inputs: Input[],
  seen: Seen,
  at: Instant,
): Decision => {
  const course: Course = { kase: before ?? unopened, facts: [], seen, at };
  if (course.kase.status === 'closed') return { facts: [], plan: course.kase.plan, kase: course.kase };
  const cause = inputs[0]?.itemId ?? clock;
  if (before) {
    noteMerges(course, inputs);
    noteTerms(course, cause);
  } else openCase(course, caseId, inputs, localDay(at, loanZone(seen)));
  notePosition(course, cause);
  for (const input of inputs) takeInput(course, input);
  adoptHolds(course);
  holdForPending(course);
  holdForAssignment(course);
  holdForVerification(course);
  locateBorrower(course);
  watchLimitation(course, inputs);
  noteRecoveries(course, cause);
  seeToErrands(course);
  seeToMatters(course);
  const news = inputs.find(({ kind }) => kind === 'loan-event')?.itemId ?? clock;
  seeToDiscrepancies(course, news, inputs);
  judgePromises(course, news);
  judgeArrangements(course, news);
  askForDebit(course);
  expireAwaited(course);
  const plan = moveAndPlan(course);
  if (!samePlan(plan, course.kase.plan)) state(course, clock, { type: 'step-planned', plan });
  if ('ending' in plan) {
    const { lastLadderStage, round, anchorOn, terms } = course.kase;
    const personId = borrowerOf(terms);
    const notices = course.kase.notices.map((notice) => (personId === undefined ? notice : { personId, ...notice }));
    const interruptions = course.kase.limitation?.interruptions;
    const suspensions = suspensionsToCarry(course.kase, localDay(at, course.kase.zone));
    const { writeOff } = course.kase;
    const carry = {
      notices,
      round,
      anchorOn,
      endedAt: at,
      ...(lastLadderStage && { lastStage: lastLadderStage }),
      ...(interruptions && { interruptions }),
      ...(suspensions.length > 0 && { suspensions }),
      ...(writeOff?.state === 'written-off' && { writeOff }),
    };
    for (const taskId of course.kase.openTasks.filter((id) => !isFollowUp(id)))
      state(course, clock, { type: 'task-closed', taskId, because: 'withdrawn' });
    state(course, clock, { type: 'case-closed', ending: plan.ending, carry });
  }
  return { facts: course.facts, plan, kase: course.kase };
};
