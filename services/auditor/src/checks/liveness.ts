import { finding, type Evidence, type Finding } from '../evidence.js';

/** Every open case has the one thing it will do next, with its instant. */
export const casesWithoutPlan = ({ cases }: Evidence): Finding => {
  const idle = cases.filter(({ status, plan }) => status !== 'closed' && (!plan.id || !plan.dueAt));
  return finding('cases-without-plan', idle.map(({ caseId, status }) => `${caseId} is ${status} and plans nothing`));
};

/** Every open case has a workflow that keeps its promise. */
export const casesWithoutWorkflow = ({ cases, workflows }: Evidence): Finding => {
  const running = new Set(workflows);
  const dead = cases.filter(({ status, caseId }) => status !== 'closed' && !running.has(`collection/${caseId}`));
  return finding('cases-without-workflow', dead.map(({ caseId, status }) => `${caseId} is ${status} and no workflow runs for it`));
};
