import { contactOf, type Contact } from './contact-of-act.js';
import type { BeginRead, BeginRequest, Sibling } from './contact-store.js';
import type { PlanToBegin } from './plan-to-begin.js';

export type Joining = Sibling & { plan: PlanToBegin };

/**
 * The person's other cases that want the same contact now (requirements D7): due inside the merge window, or offered to people and
 * not yet taken up by another. Whether their loans may be spoken of is asked afterwards.
 */
export function joiningLoans(
  own: PlanToBegin,
  contact: Contact,
  request: BeginRequest,
  read: BeginRead,
  mergeWindowMinutes: number,
): Joining[] {
  const until = new Date(Date.parse(read.now) + mergeWindowMinutes * 60_000).toISOString();
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
      (plan.awaiting === undefined && plan.dueAt <= until) ||
      (request.taskId !== undefined && isFree(sibling, request.actor, read.now));
    return wanted && sameContact(own, theirs, contact, inTask) ? [{ ...sibling, plan: theirs }] : [];
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

/** Same kind, channel, purpose and person by the same point; of notices the same notice. A task covers a loan whatever point its own plan had chosen. */
function sameContact(own: PlanToBegin, theirs: PlanToBegin, contact: Contact, inTask: boolean): boolean {
  const other = contactOf(theirs.act);
  if (!other || theirs.act.kind !== own.act.kind) return false;
  if (theirs.act.kind === 'send-notice' && own.act.kind === 'send-notice' && theirs.act.notice !== own.act.notice)
    return false;
  const same =
    other.channel === contact.channel && other.purpose === contact.purpose && other.personId === contact.personId;
  return same && (inTask || other.pointId === contact.pointId);
}
