import { minutesLater } from '../calendar/local-time.js';
import { openHolds } from '../holds/held-days.js';
import type { Hold } from '../holds/hold.js';
import { planIdOf, readPlanId } from './case-id.js';
import { clock, state, type Course } from './course.js';
import { errandTasks } from './errand.js';
import { holdsOfCase } from './holds-of-case.js';
import { stepKey } from './step-key.js';

const errand = 'assess-vulnerability';
const assessDays = 7;

const vulnerable = ({ kase, at }: Course): Hold[] =>
  openHolds(holdsOfCase(kase), at).filter(({ reason }) => reason === 'vulnerability');

export const isAssessmentOwed = (course: Course): boolean => vulnerable(course).length > 0;

/** Who is or may be vulnerable is assessed before anything is stepped up (UK-HOLD-VULNERABILITY): somebody has that as work, once for each hold. */
export const seeToVulnerable = (course: Course): void => {
  const { kase, at } = course;
  const { round, caseId, holds } = kase;
  if (kase.holds.length === 0 || !isAssessmentOwed(course) || errandTasks(course, errand).length > 0) return;
  // Withdrawn in this round: its task would have the same name.
  if (kase.steps[stepKey(round, errand)]?.state === 'lapsed') return;
  const nth = holds.filter(({ reason }) => reason === 'vulnerability').length;
  const taskId = planIdOf(caseId, round, errand, nth);
  state(course, clock, { type: 'task-opened', taskId, to: errand, deadline: minutesLater(at, assessDays * 1_440) });
};

/** Assessed: that is all the hold waited for. What the person needs beyond it has a reason of its own, and is placed before the work is done. */
export const endAssessedHolds = (course: Course, cause: string, taskId: string): void => {
  if (readPlanId(taskId).step !== errand) return;
  for (const { id } of vulnerable(course)) state(course, cause, { type: 'hold-ended', holdId: id });
};
