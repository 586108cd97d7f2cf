import type { BeginRead, BeginRequest, Sibling } from './contact-store.js';
import { dueTogether, oneContact } from './one-contact.js';
import type { PlanToBegin } from './plan-to-begin.js';

export type Joining = Sibling & { plan: PlanToBegin };

/**
 * The person's other cases that want the same contact now (requirements D7): due inside the merge window, or offered to people and
 * not yet taken up by another. Whether their loans may be spoken of is asked afterwards.
 */
export function joiningLoans(
  own: PlanToBegin,
  request: BeginRequest,
  read: BeginRead,
  mergeWindowMinutes: number,
): Joining[] {
  return read.siblings.flatMap((sibling): Joining[] => {
    const { kase, loan } = sibling;
    const { plan } = kase;
    if ('ending' in plan || !plan.act || kase.status !== 'open' || loan.openCase !== kase.caseId) return [];
    const theirs = { ...plan, act: plan.act };
    const inTask =
      request.taskId !== undefined &&
      (read.task?.covers.some(({ caseId, planId }) => caseId === kase.caseId && planId === plan.id) ?? false);
    const wanted =
      inTask ||
      dueTogether(plan, read.now, mergeWindowMinutes) ||
      (request.taskId !== undefined && isFree(sibling, request.actor, read.now));
    return wanted && oneContact(own.act, theirs.act) ? [{ ...sibling, plan: theirs }] : [];
  });
}

/** Offered to people as a task of its own, which nobody else has in hand. */
function isFree({ kase: { plan }, task }: Sibling, actor: string, now: string): boolean {
  if (
    'ending' in plan ||
    plan.awaiting !== 'task' ||
    task?.status !== 'open' ||
    task.startedAt !== undefined ||
    task.answeredBy !== undefined
  )
    return false;
  return task.lease === undefined || task.lease.by === actor || task.lease.until <= now;
}
