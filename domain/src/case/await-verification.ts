import type { CaseFact } from './case-facts.js';
import type { CollectionCase, Verification } from './collection-case.js';

/** The verification as it waits; for how often in a row for the same reason, and since when servicing says that nothing is overdue. */
export const awaitVerification = (
  { verification: before }: CollectionCase,
  { from, because, until, at }: Extract<CaseFact, { type: 'verification-awaited' }>,
): Verification => {
  const waited = before?.state === 'awaited' ? before : undefined;
  const inARow = waited?.because === because ? waited.inARow + 1 : 1;
  const since = waited?.notOverdueSince ?? (because === 'not-overdue' ? at : undefined);
  const kept = { ...(before?.by && { by: before.by }), ...(since && { notOverdueSince: since }) };
  return { tries: (before?.tries ?? 0) + 1, state: 'awaited', from, because, until, inARow, ...kept };
};
