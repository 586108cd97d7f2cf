import type { LoanInServicing } from '@recourse/domain/case/loan-in-servicing';

/** The servicing system, asked. */
export interface ServicingPort {
  /** The loan as it stands now. @throws PullTrouble when there is no answer, or one that makes no sense */
  loan(tenant: string, loanId: string): Promise<LoanInServicing | 'unknown-loan'>;
}
