import type { Act } from '@recourse/domain/case/act';
import type { PlannedNext } from '@recourse/domain/case/plan';
import type { RefusalReason } from '@recourse/domain/contact/refusal';
import type { BeginRead, BeginRequest } from './contact-store.js';

export type PlanToBegin = PlannedNext & { act: Act };

/**
 * The plan as it may be begun now, or why not. A machine's plan must be due and not begun; a task's plan waits for the person who
 * holds the task's lease. An activity repeated after its plan has been put off finds it not due and does nothing.
 */
export function planToBegin(
  { caseId, planId, actor, taskId }: BeginRequest,
  { kase, loan, task, now }: BeginRead,
): PlanToBegin | RefusalReason {
  const { plan } = kase;
  if ('ending' in plan || plan.id !== planId || !plan.act || kase.status !== 'open' || loan.openCase !== caseId)
    return 'plan-not-current';
  const { act } = plan;
  if (taskId === undefined)
    return plan.awaiting === undefined && plan.dueAt <= now ? { ...plan, act } : 'plan-not-current';

  const offered =
    task?._id === taskId && task.status === 'open' && task.answeredBy === undefined && task.startedAt === undefined;
  if (!offered || !task.covers.some((covered) => covered.caseId === caseId && covered.planId === planId))
    return 'plan-not-current';
  const held = task.lease?.by === actor && task.lease.until > now && task.deadline > now;
  return held ? { ...plan, act } : 'lease-not-held';
}
