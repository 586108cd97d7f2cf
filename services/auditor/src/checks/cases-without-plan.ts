import type { AuditedCase, Evidence, Planned } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { journalsOf } from '../journals.js';

/** Every open case has the one thing it will do next, with its instant, as its journal says; and its loan knows it, so that news reaches it. */
export const casesWithoutPlan = (evidence: Evidence): Finding => {
  const decided = decidedPlans(evidence);
  const openCases = new Map(evidence.loans.map(({ loanId, openCase }) => [loanId, openCase]));
  const faults = evidence.cases.flatMap((kase) => {
    const { caseId, loanId, status } = kase;
    const knows = openCases.get(loanId) === caseId;
    if (status === 'closed') return knows ? [`${caseId} is closed, and its loan still sends it the news`] : [];
    const idle = faultOf(kase, decided.get(caseId));
    return [
      ...(idle ? [`${caseId} is ${status} and ${idle}`] : []),
      ...(knows ? [] : [`${caseId} is ${status}, and its loan does not know it`]),
    ];
  });
  const known = new Set(evidence.cases.map(({ caseId }) => caseId));
  const unborn = evidence.loans.flatMap(({ openCase }) =>
    openCase !== undefined && !known.has(openCase) ? [openCase] : [],
  );
  return finding('cases-without-plan', [
    ...faults,
    ...unborn.map((caseId) => `${caseId} was opened and has never taken a turn`),
  ]);
};

const faultOf = ({ plan }: AuditedCase, decided: Planned | undefined): string | undefined => {
  if (!plan.id || !plan.dueAt || Number.isNaN(Date.parse(plan.dueAt))) return 'plans nothing';
  if (decided && (decided.id !== plan.id || decided.dueAt !== plan.dueAt))
    return `plans ${plan.id} at ${plan.dueAt}, which no entry of its journal decided`;
  return undefined;
};

/** The plan each journal leads to, where it is complete. */
const decidedPlans = (evidence: Evidence): Map<string, Planned> => {
  const journals = journalsOf(evidence);
  const plans = evidence.cases.flatMap(({ caseId, seq }): [string, Planned][] => {
    const entries = journals.get(caseId) ?? [];
    const last = entries.findLast(({ fact }) => fact.type === 'step-planned');
    return last && entries.length === seq ? [[caseId, last.fact['plan'] as Planned]] : [];
  });
  return new Map(plans);
};
