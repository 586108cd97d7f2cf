import { planOf } from '../act-kinds.js';
import type { AuditedCase, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';

/** By the tenant's clock: more than ringing a case, and the sweeper when nobody rang, need. */
const lateMs = 5 * 60_000;
/** By the wall's: an act begun by a machine is asked about after a minute, and again while nobody answers. A visit may take longer. */
const unsettledMs = 60 * 60_000;

/** No open case is past the instant of its plan, nor waits for work or a receipt that is not there; no act stays begun. What a case plans is another check's. */
export const casesStandingStill = (evidence: Evidence): Finding => {
  const { cases, acts, readWallAt } = evidence;
  const stuck = acts.filter(
    ({ status, begunWallAt, taskId }) =>
      status === 'begun' && taskId === undefined && readWallAt - begunWallAt > unsettledMs,
  );
  const open = cases.filter(({ status }) => status !== 'closed');
  const fault = faultOf(evidence);
  return finding('cases-standing-still', [
    ...open.flatMap((kase) => fault(kase) ?? []),
    ...stuck.map(({ id, begunAt }) => `${id} was begun at ${begunAt}, and nobody has found out what became of it`),
  ]);
};

const faultOf = ({ acts, tasks, inbox, now }: Evidence): ((kase: AuditedCase) => string | undefined) => {
  const actOf = new Map(acts.flatMap((act) => act.covers.map(({ planId }) => [planId, act] as const)));
  const offered = new Set(tasks.filter(({ status }) => status === 'open').map(({ taskId }) => taskId));
  const answered = new Set(
    inbox.flatMap(({ caseId, taskId, consumed }) => (taskId === undefined || consumed ? [] : `${caseId} ${taskId}`)),
  );
  // Nobody tells a case that the task of another loan that covered its plan was closed: it waits until its time is over.
  const covered = new Set(tasks.flatMap(({ taskId, plans }) => plans.filter((plan) => plan !== taskId)));
  return ({ caseId, plan: { id = '', dueAt = '', awaiting } }) => {
    const act = actOf.get(id);
    const isThere = act !== undefined || offered.has(id) || answered.has(`${caseId} ${id}`) || covered.has(id);
    if (awaiting !== undefined && !isThere) return `${caseId} waits for the ${awaiting} of ${id}, which nobody has`;
    // What is under way now is not late.
    if (act?.status === 'begun' && planOf(act.id) === act.id) return undefined;
    return Date.parse(now) - Date.parse(dueAt) > lateMs ? `${caseId} should have done ${id} at ${dueAt}` : undefined;
  };
};
