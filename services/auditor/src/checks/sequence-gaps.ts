import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { journalsOf } from '../journals.js';

/** Every journal counts 1, 2, 3 ... up to the number its case stands at. */
export const sequenceGaps = (evidence: Evidence): Finding => {
  const journals = journalsOf(evidence);
  const gaps = evidence.cases.flatMap(({ caseId, seq }) => {
    const own = journals.get(caseId) ?? [];
    const place = own.findIndex((entry, index) => entry.seq !== index + 1);
    if (place >= 0) return [`${caseId}: ${own[place]?.seq} stands where ${place + 1} should`];
    return own.length === seq ? [] : [`${caseId}: the case is at ${seq}, its journal at ${own.length}`];
  });
  const known = new Set(evidence.cases.map(({ caseId }) => caseId));
  const orphans = [...journals.keys()]
    .filter((caseId) => !known.has(caseId))
    .map((caseId) => `${caseId}: a journal without a case`);
  return finding('sequence-gaps', [...gaps, ...orphans]);
};
