/** Tenant, loan and person ids: 1 to 64 of these characters, so that ids join with `/` and part again. */
export const idPattern = /^[A-Za-z0-9._-]{1,64}$/;

/** The id of one overdue episode of one loan: `tenant/loan/episode`, episodes from 1. */
export const caseIdOf = (tenant: string, loanId: string, episode: number): string => `${tenant}/${loanId}/${episode}`;

export const readCaseId = (caseId: string): { tenant: string; loanId: string; episode: number } => {
  const [tenant = '', loanId = '', episode = ''] = caseId.split('/');
  return { tenant, loanId, episode: Number(episode) };
};

/** A document's id within its tenant: `tenant/id`. */
export const tenantKey = (tenant: string, id: string): string => `${tenant}/${id}`;

/** The identity of the thing to do: equal whenever the decision is equal. Tries count from 1. */
export const planIdOf = (caseId: string, round: number, step: string, attempt: number): string =>
  `${caseId}/${round}/${step}/${attempt}`;

/** Work that an answer left for somebody has the id `plan id/follow-up`; it outlives plan and case. */
export const isFollowUp = (taskId: string): boolean => taskId.split('/').length > 6;

export const caseIdOfPlan = (planId: string): string => planId.split('/').slice(0, 3).join('/');

/** Written out by index: every fact of a step asks for it. */
export const readPlanId = (planId: string): { caseId: string; round: number; step: string; attempt: number } => {
  const episode = planId.indexOf('/', planId.indexOf('/') + 1);
  const afterCase = planId.indexOf('/', episode + 1);
  const afterRound = planId.indexOf('/', afterCase + 1);
  const afterStep = planId.indexOf('/', afterRound + 1);
  if (episode < 0 || afterCase < 0 || afterRound < 0 || afterStep < 0) return readShortPlanId(planId);
  const afterAttempt = planId.indexOf('/', afterStep + 1);
  return {
    caseId: planId.slice(0, afterCase),
    round: Number(planId.slice(afterCase + 1, afterRound)),
    step: planId.slice(afterRound + 1, afterStep),
    attempt: Number(planId.slice(afterStep + 1, afterAttempt < 0 ? undefined : afterAttempt)),
  };
};

const readShortPlanId = (planId: string): ReturnType<typeof readPlanId> => {
  const parts = planId.split('/');
  return {
    caseId: parts.slice(0, 3).join('/'),
    round: Number(parts[3]),
    step: parts[4] ?? '',
    attempt: Number(parts[5]),
  };
};
