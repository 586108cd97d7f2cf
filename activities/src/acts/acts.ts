import type { Next } from '../turn/next.js';

/** What names an act: everything else is reloaded from the case. */
export type ActCall = { caseId: string; planId: string };

/** `tried`: the plan whose act the workflow has just performed. */
export type TurnCall = { caseId: string; tried?: string | undefined };

/** The activities Temporal knows: one per kind of act, and the turn. None of the acts returns anything; outcomes go through the inbox. */
export type RegisteredActivities = {
  takeTurn(call: TurnCall): Promise<Next>;
} & Record<
  | 'sendReminder'
  | 'sendNotice'
  | 'placeCall'
  | 'arrangeVisit'
  | 'placeWithAgency'
  | 'recallFromAgency'
  | 'referToLegal'
  | 'withdrawFromLegal'
  | 'verifyLoan',
  (call: ActCall) => Promise<void>
>;
