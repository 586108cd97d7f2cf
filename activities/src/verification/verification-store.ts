import type { LoanVerification } from '@recourse/domain/case/loan-verification';
import type { PersonMerge } from '@recourse/domain/contact/person-merge';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { LoanRecord } from '../records/loan-record.js';

export interface VerificationStore {
  loan(tenant: string, loanId: string): Promise<LoanRecord | undefined>;
  /** Of these persons, those whose names are others' now. */
  merges(tenant: string, personIds: readonly string[]): Promise<PersonMerge[]>;
  /** Appends what came of asking under the plan to its case's inbox, once: the first told of a plan stays. */
  tell(planId: string, at: Instant, verification: LoanVerification): Promise<void>;
}
