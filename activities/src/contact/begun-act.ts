import type { Instant } from '@recourse/domain/calendar/instant';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { lateOfCase } from '@recourse/domain/case/late-of-case';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { amountsOn } from '@recourse/domain/money/arrears';
import { creditorNow } from '@recourse/domain/money/creditor-now';
import type { ActRecord, CoveredCase } from '../records/act-record.js';
import type { LoanRecord } from '../records/loan-record.js';
import type { BeginRead, BeginRequest } from './contact-store.js';
import type { PlanToBegin } from './plan-to-begin.js';

/** A provider must not start an act later than this after its `begin` (wall clock). */
export const sendWithinMs = 5_000;

/** So much a provider's clock may be behind ours: until then after its `notAfter` it may still start an act. */
export const providerSkewMs = 500;

/** One loan as an act speaks of it: its place in the loan's order is the next one. */
export function coverOf(
  kase: Pick<CollectionCase, 'caseId' | 'holds' | 'formerDebtors' | 'zone' | 'arrangements'>,
  loan: LoanRecord,
  planId: string,
  now: Instant,
): CoveredCase {
  const late = lateOfCase(kase, loan, localDay(now, kase.zone));
  const creditor = creditorNow(loan.position.creditors);
  return {
    ...toldCoverOf(kase.caseId, loan, planId),
    ...(creditor.changed && creditor.to !== undefined && { creditor: creditor.to }),
    ...(late && { late }),
  };
}

/** One loan as somebody else spoke of it: what they said is not ours to know. */
export function toldCoverOf(
  caseId: string,
  { loanId, position, positionVersion, order, terms }: LoanRecord,
  planId: string,
): CoveredCase {
  const { arrears, oldestUnpaidDueOn: dueOn } = amountsOn(position, 'now', allocationOf(terms));
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
