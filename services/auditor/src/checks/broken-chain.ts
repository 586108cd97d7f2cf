import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { journalsOf } from '../journals.js';

const genesis = '0'.repeat(64);

/** Every entry carries the hash of what it says and of the entry before it; the case carries that of its last. */
export const brokenChain = (evidence: Evidence): Finding => {
  const heads = new Map(evidence.cases.map(({ caseId, head }) => [caseId, head]));
  const broken = [...journalsOf(evidence)].flatMap(([caseId, entries]) => {
    const changed = entries.filter((entry) => entry.contentHash !== entry.hash);
    if (changed.length > 0) return changed.map(({ seq }) => `${caseId}/${seq}: its hash is not of what it says`);
    const unlinked = entries.find(
      (entry, index) => entry.prevHash !== (index === 0 ? genesis : entries[index - 1]?.hash),
    );
    if (unlinked) return [`${caseId}/${unlinked.seq}: does not follow the entry before it`];
    const head = heads.get(caseId);
    return head === undefined || head === entries.at(-1)?.hash ? [] : [`${caseId}: its head is not its last entry`];
  });
  return finding('broken-chain', broken);
};
