import type { Input } from '@recourse/domain/case/case-inputs';

/** One item of a case's inbox. `_id` = `caseId/itemId`: the same item twice is one. `input.n` is its place in the loan's order. */
export type InboxRecord = {
  _id: string;
  tenant: string;
  caseId: string;
  n: number;
  input: Input;
  consumed: boolean;
  /** What the turn answered to a command: accepted, or refused with a reason. */
  answer?: { accepted: true } | { accepted: false; reason: string };
  /** Wall clock, for the sweeper. */
  appendedWallAt: Date;
};
