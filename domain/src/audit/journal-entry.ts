import type { CaseFact } from '../case/case-facts.js';

/** One entry of a case's append-only journal; `_id` in the store is `caseId/seq`. `hash` = SHA-256 over canonical JSON of all the rest. */
export type JournalEntry = {
  caseId: string;
  seq: number;
  fact: CaseFact;
  /** The last inbox number consumed by the turn that wrote it. */
  consumedThrough: number;
  /** `case`, or the person or service whose input led to it. */
  actor: string;
  prevHash: string;
  hash: string;
};
