import type { AuditedAct } from './audited-act.js';
import type { Entry } from './evidence.js';
import type { WorkflowRun } from './workflow-run.js';

/** When the first history begins that Temporal still has of each case. Of a run whose history is gone only what comes after its successor's start is known. */
export const firstHistories = (runs: readonly WorkflowRun[]): Map<string, number> => {
  const first = new Map<string, number>();
  const lost = new Map<string, number>();
  for (const { caseId, startedWallAt, acts } of runs)
    if (!acts) lost.set(caseId, Math.max(lost.get(caseId) ?? 0, startedWallAt));
  for (const { caseId, startedWallAt, acts } of runs) {
    if (!acts || startedWallAt < (lost.get(caseId) ?? 0)) continue;
    first.set(caseId, Math.min(first.get(caseId) ?? Infinity, startedWallAt));
  }
  return first;
};

/** The act that fulfilled each plan: its own, or that of a case which spoke for it too. */
export const actsOfPlans = (acts: readonly AuditedAct[]): Map<string, AuditedAct> =>
  new Map(acts.flatMap((act) => [[act.id, act] as const, ...act.covers.map(({ planId }) => [planId, act] as const)]));

/** Conclusions of a journal that lie before the first history of the case that carried them out: nobody can look them up. */
export const beforeHistories = (
  journal: readonly Entry[],
  acts: readonly AuditedAct[],
  runs: readonly WorkflowRun[],
): number => {
  const since = firstHistories(runs);
  const actOf = actsOfPlans(acts);
  return journal.filter(({ caseId, fact }) => {
    if (fact.type !== 'contact-concluded') return false;
    const act = actOf.get(String(fact['planId']));
    const known = since.get(act ? act.id.split('/').slice(0, 3).join('/') : caseId);
    return known === undefined || (act !== undefined && act.begunWallAt < known);
  }).length;
};
