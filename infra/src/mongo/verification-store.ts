import type { VerificationStore } from '@recourse/activities/verification/verification-store';
import { caseIdOfPlan, tenantKey } from '@recourse/domain/case/case-id';
import { appendInTransaction } from './append-in-transaction.js';
import type { MongoConnection } from './connect.js';
import { mergesAmong } from './find-person.js';
import { inTransaction } from './transaction.js';

/** What verification reads and tells, on MongoDB. */
export function verificationStore(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  wall: () => Date,
): VerificationStore {
  return {
    async loan(tenant, loanId) {
      return (await collections.loans.findOne({ _id: tenantKey(tenant, loanId) })) ?? undefined;
    },
    merges: (tenant, personIds) => mergesAmong(collections, undefined, tenant, personIds),
    async tell(planId, at, verification) {
      const item = { kind: 'loan-verification' as const, itemId: `verified/${planId}`, at, planId, verification };
      const caseId = caseIdOfPlan(planId);
      await inTransaction(connection, (session) => appendInTransaction(collections, session, caseId, item, wall()));
    },
  };
}
