import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';

/** The case with what somebody else did before. */
export const foldHistory = (
  kase: CollectionCase,
  { walkedUntil, lastContactOn, failedCallDays, refusedOn }: Extract<CaseFact, { type: 'history-taken-on' }>,
): CollectionCase => ({
  ...kase,
  takenOn: { walkedUntil, lastContactOn },
  failedCallDays,
  ...(refusedOn && { refusedOn }),
});
