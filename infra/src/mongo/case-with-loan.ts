import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { Collections } from './collections.js';

/** A case and its loan, for people to read; undefined when there is no such case of the tenant. */
export async function caseWithLoan(
  { cases, loans }: Pick<Collections, 'cases' | 'loans'>,
  tenant: string,
  caseId: string,
): Promise<{ kase: CollectionCase; loan: LoanRecord } | undefined> {
  const [kase, loan] = await Promise.all([
    cases.findOne({ _id: caseId, tenant }),
    loans.findOne({ _id: tenantKey(tenant, readCaseId(caseId).loanId) }),
  ]);
  return kase && loan ? { kase, loan } : undefined;
}
