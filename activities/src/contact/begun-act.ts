import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { amountsOn } from '@recourse/domain/money/arrears';
import type { ActRecord, CoveredCase } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { BeginRead, BeginRequest } from './contact-store.js';
import type { PlanToBegin } from './plan-to-begin.js';

/** A provider must not start an act later than this after its `begin` (wall clock). */
export const sendWithinMs = 5_000;

/** So much a provider's clock may be behind ours: until then after its `notAfter` it may still start an act. */
export const clockSkewMs = 500;

/** One loan as an act speaks of it: its place in the loan's order is the next one. */
export function coverOf(
  { caseId }: Pick<CollectionCase, 'caseId'>,
  { loanId, position, positionVersion, order }: LoanRecord,
  planId: string,
): CoveredCase {
  const { arrears, oldestUnpaidDueOn: dueOn } = amountsOn(position, 'now');
  const { currency } = position;
  return {
    caseId,
    planId,
    loanId,
    readPosition: positionVersion,
    order: order + 1,
    arrears,
    currency,
    ...(dueOn && { dueOn }),
  };
}

/** The record of an act that begins now; the case's own loan comes first. */
export function begunAct(
  { actor, taskId }: BeginRequest,
  plan: PlanToBegin,
  { kase, now, wall }: BeginRead,
  covers: CoveredCase[],
): ActRecord {
  return {
    _id: plan.id,
    tenant: kase.tenant,
    act: plan.act,
    covers,
    status: 'begun',
    begunAt: now,
    begunWallAt: wall,
    notAfter: new Date(wall.getTime() + sendWithinMs),
    actor,
    ...(taskId !== undefined && { taskId }),
  };
}
