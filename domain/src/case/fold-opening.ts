import type { CaseFact } from './case-facts.js';
import { readCaseId } from './case-id.js';
import type { CollectionCase } from './collection-case.js';

/** The case as it opens, with what the episode before has left. */
export const foldOpening = (
  kase: CollectionCase,
  { caseId, terms, zone, anchorOn, graceEndsAt, carried, round }: Extract<CaseFact, { type: 'case-opened' }>,
): CollectionCase => {
  const notices = carried?.notices ?? [];
  const opened = { ...kase, caseId, ...readCaseId(caseId), terms, zone, anchorOn, graceEndsAt, round, notices };
  const { interruptions, suspensions, writeOff } = carried ?? {};
  const limitation = { ...(interruptions && { interruptions }), ...(suspensions && { suspensions }) };
  return {
    ...opened,
    ...((interruptions || suspensions) && { limitation }),
    ...(writeOff && { writeOff }),
    ...(carried && { carried }),
  };
};
