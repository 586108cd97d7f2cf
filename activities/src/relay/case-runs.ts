/** The workflows that run, as they are listed: a run started or ended this second may not be seen so yet. */
export interface CaseRuns {
  count(tenant: string): Promise<number>;
  /** Ids of the cases that a run is there for. */
  ofTenant(tenant: string): Promise<ReadonlySet<string>>;
  /** As the server knows it now, listed or not. */
  isRunning(caseId: string): Promise<boolean>;
}
