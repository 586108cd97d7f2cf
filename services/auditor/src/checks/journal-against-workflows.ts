import { planOf } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import type { WorkflowRun } from '../workflow-run.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { actsOfPlans, firstHistories } from '../workflow-histories.js';

/**
 * What a journal says was done is an activity in a run of that case's workflow, or of the case that spoke for it too; what a workflow
 * carried out left an act, or a reason why not; a workflow that has ended belongs to a closed case. Of what was done before the first
 * history Temporal still has nothing is said.
 */
export const journalAgainstWorkflows = (evidence: Evidence): Finding =>
  finding('journal-against-workflows', [
    ...neverPerformed(evidence),
    ...withoutTrace(evidence),
    ...endedEarly(evidence),
  ]);

const neverPerformed = ({ journal, acts, runs }: Evidence): string[] => {
  const performed = new Set(runs.flatMap(({ acts: done = [] }) => done.map(({ planId }) => planId)));
  const since = firstHistories(runs);
  const actOf = actsOfPlans(acts);
  return journal.flatMap(({ caseId, seq, fact }) => {
    if (fact.type !== 'contact-concluded') return [];
    const plan = String(fact['planId']);
    const act = actOf.get(plan);
    // Who dials by a permit, or of his own accord, is no workflow.
    if (act && (act.permitId !== undefined || act.reported)) return [];
    if (!act && isFollowUp(plan)) return [];
    if (performed.has(plan) || (act && performed.has(planOf(act.id)))) return [];
    const known = since.get(act ? caseOf(act.id) : caseId);
    if (known === undefined || (act && act.begunWallAt < known)) return [];
    return [`${caseId}/${seq}: ${plan} is concluded, and no workflow carried it out`];
  });
};

/** Work an outcome left for somebody contacts nobody, and ends by somebody's word: `plan/work`. */
const isFollowUp = (taskId: string): boolean => taskId.split('/').length > 6;

const caseOf = (planId: string): string => planId.split('/').slice(0, 3).join('/');

const withoutTrace = ({ journal, acts, inbox, runs }: Evidence): string[] => {
  const traced = new Set<unknown>([
    ...acts.flatMap(({ covers }) => covers.map(({ planId }) => planOf(planId))),
    ...acts.map(({ id }) => planOf(id)),
    ...journal.map(({ fact: { planId } }) => planId),
  ]);
  // Told, and not read yet: `withheld/plan/...`.
  const told = inbox.map(({ itemId }) => itemId).filter((itemId) => itemId.startsWith('withheld/'));
  return runs.flatMap(({ acts: done = [] }) =>
    done
      .filter(({ planId, completed }) => completed && !traced.has(planId))
      .filter(({ planId }) => !told.some((itemId) => itemId.startsWith(`withheld/${planId}/`)))
      .map(
        ({ planId, activity }) => `${activity} of ${planId} was carried out, and left neither an act nor an outcome`,
      ),
  );
};

/** Whatever its earlier runs were, the last says how it stands. */
const endedEarly = ({ cases, runs }: Evidence): string[] => {
  const open = new Set(cases.flatMap(({ caseId, status }) => (status === 'closed' ? [] : [caseId])));
  const last = (all: WorkflowRun[]): WorkflowRun | undefined =>
    all.toSorted((a, b) => b.startedWallAt - a.startedWallAt)[0];
  return [...groupBy(runs, ({ caseId }) => caseId)].flatMap(([caseId, all]) =>
    open.has(caseId) && last(all)?.status === 'COMPLETED'
      ? [`${caseId} is open, and its workflow has come to its end`]
      : [],
  );
};
