/** `acts` absent: its history was not to be had. Wall clock, milliseconds since 1970. */
export type WorkflowRun = {
  caseId: string;
  runId: string;
  status: string;
  startedWallAt: number;
  acts?: PerformedAct[];
};
/** An activity that carries out a plan. */
export type PerformedAct = { planId: string; activity: string; completed: boolean };
