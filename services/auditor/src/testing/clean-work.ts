import { planOf } from '../act-kinds.js';
import type { AuditedAct } from '../audited-act.js';
import type { AuditedTask } from '../evidence.js';
import type { WorkflowRun } from '../workflow-run.js';

/** For tests: work done by people, each by the one who had it in hand. */
export const cleanTasks = (): AuditedTask[] => {
  const task = (taskId: string, kind: string, by: string, until: string, answeredAt: string): AuditedTask => ({
    taskId,
    kind,
    status: 'closed',
    lease: { by, until },
    answeredBy: by,
    answeredAt,
    plans: [taskId],
  });
  return [
    task('t/L3/1/1/call-1/2', 'call', 'collector-1', '2026-01-13T15:45:00.000Z', '2026-01-13T16:00:00.000Z'),
    task('t/L3/1/1/visit-1/1', 'visit', 'crew-1', '2026-02-02T14:30:00.000Z', '2026-02-02T15:00:00.000Z'),
  ];
};

/** Offered to people, and nobody did it. */
const missed = [{ id: 't/L3/1/1/call-1/1', kind: 'place-call', status: 'concluded' }];

/** For tests: one run for each case that carried out the case's own acts, and one try that came to nothing. */
export const cleanRuns = (acts: AuditedAct[]): WorkflowRun[] =>
  ['t/L1/1', 't/L2/1', 't/L3/1'].map((caseId) => ({
    caseId,
    runId: `run of ${caseId}`,
    status: caseId === 't/L3/1' ? 'COMPLETED' : 'RUNNING',
    startedWallAt: Date.parse('2026-01-02T00:00:00.000Z'),
    acts: [...missed, ...acts]
      .filter(({ id }) => id.startsWith(`${caseId}/`))
      .map(({ id, kind, status }) => ({ planId: planOf(id), activity: kind, completed: status === 'concluded' })),
  }));
