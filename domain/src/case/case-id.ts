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

export const readPlanId = (planId: string): { caseId: string; round: number; step: string; attempt: number } => {
  const parts = planId.split('/');
  return {
    caseId: parts.slice(0, 3).join('/'),
    round: Number(parts[3]),
    step: parts[4] ?? '',
    attempt: Number(parts[5]),
  };
};
