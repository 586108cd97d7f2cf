import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { dueTogether, oneContact } from '../contact/one-contact.js';
import type { TaskRecord } from '../records/task-record.js';
import type { Sibling } from './turn-store.js';

type TaskOpened = Extract<CaseFact, { type: 'task-opened' }>;

/** The task a fact opens: a call or visit for the plan it names, else work about the borrower that `to` names. */
export function taskOpened(
  fact: TaskOpened,
  kase: CollectionCase,
  siblings: readonly Sibling[],
  mergeWindowMinutes: number,
): TaskRecord {
  const { caseId, tenant, loanId, plan } = kase;
  const common = {
    _id: fact.taskId,
    tenant,
    openedAt: fact.at,
    deadline: fact.deadline,
    status: 'open',
    version: 1,
  } as const;
  const own = { caseId, planId: fact.taskId, loanId };
  const act = 'ending' in plan || plan.id !== fact.taskId ? undefined : plan.act;

  if (act && (act.kind === 'place-call' || act.kind === 'arrange-visit')) {
    const { personId, pointId } = act;
    const joining = siblings.filter(
      ({ plan: other }) => other.act && dueTogether(other, fact.at, mergeWindowMinutes) && oneContact(act, other.act),
    );
    const covers = [own, ...joining.map(coverOf)];
    return { ...common, kind: act.kind === 'place-call' ? 'call' : 'visit', covers, personId, pointId };
  }
  const personId = kase.terms.debtors.find(({ role }) => role === 'borrower')?.personId ?? '';
  return { ...common, kind: kindOf(fact.to), covers: [own], personId };
}

const kindOf = (to: string): TaskRecord['kind'] =>
  to === 'verify-person' || to === 'verification' || to === 'locate-debtor' ? to : 'follow-up';

const coverOf = ({ caseId, loanId, plan }: Sibling): TaskRecord['covers'][number] => ({
  caseId,
  planId: plan.id,
  loanId,
});
