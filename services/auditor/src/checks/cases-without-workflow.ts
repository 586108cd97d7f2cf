import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';

/** Every open case has a workflow that keeps its promise. */
export const casesWithoutWorkflow = ({ cases, workflows }: Evidence): Finding => {
  const running = new Set(workflows);
  const dead = cases.filter(({ status, caseId }) => status !== 'closed' && !running.has(`collection/${caseId}`));
  return finding(
    'cases-without-workflow',
    dead.map(({ caseId, status }) => `${caseId} is ${status} and no workflow runs for it`),
  );
};
