import type { LoanVerification } from '@recourse/domain/case/loan-verification';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LoanRecord } from '../records/loan-record.js';

export interface VerificationStore {
  loan(tenant: string, loanId: string): Promise<LoanRecord | undefined>;
  /** Appends what came of asking under the plan to its case's inbox, once: the first told of a plan stays. */
  tell(planId: string, at: Instant, verification: LoanVerification): Promise<void>;
}
