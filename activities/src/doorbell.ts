/** Rings a case: something is in its inbox, or its plan is due. Best effort; losing or repeating a ring loses nothing. */
export interface Doorbell {
  ring(caseId: string): Promise<void>;
}
