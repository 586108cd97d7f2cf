import { createHash } from 'node:crypto';
import { canonicalText } from '../canonical-text.js';
import { finding, type Entry, type Evidence, type Finding } from '../evidence.js';

export const byCase = (journal: Entry[]): Map<string, Entry[]> => {
  const cases = new Map<string, Entry[]>();
  for (const entry of journal) cases.set(entry.caseId, [...(cases.get(entry.caseId) ?? []), entry]);
  for (const entries of cases.values()) entries.sort((a, b) => a.seq - b.seq);
  return cases;
};

/** Every journal counts 1, 2, 3 ... up to the number its case stands at. */
export const sequenceGaps = ({ journal, cases }: Evidence): Finding => {
  const entries = byCase(journal);
  const gaps = cases.flatMap(({ caseId, seq }) => {
    const own = entries.get(caseId) ?? [];
    const wrong = own.find((entry, index) => entry.seq !== index + 1);
    if (wrong) return [`${caseId}: ${wrong.seq} stands where ${own.indexOf(wrong) + 1} should`];
    return own.length === seq ? [] : [`${caseId}: the case is at ${seq}, its journal at ${own.length}`];
  });
  const known = new Set(cases.map(({ caseId }) => caseId));
  const orphans = [...entries.keys()].filter((caseId) => !known.has(caseId)).map((caseId) => `${caseId}: a journal without a case`);
  return finding('sequence-gaps', [...gaps, ...orphans]);
};

const hashOf = ({ whole }: Entry): string => {
  const { hash: _hash, ...rest } = whole;
  return createHash('sha256').update(canonicalText(rest)).digest('hex');
};

/** Every entry carries the hash of what it says, and the hash of the one before it. */
export const brokenChain = ({ journal, cases }: Evidence): Finding => {
  const heads = new Map(cases.map(({ caseId, head }) => [caseId, head]));
  const broken = [...byCase(journal)].flatMap(([caseId, entries]) => {
    const changed = entries.find((entry) => hashOf(entry) !== entry.hash);
    if (changed) return [`${caseId}/${changed.seq}: its hash is not of what it says`];
    const unlinked = entries.find((entry, index) => entry.prevHash !== (entries[index - 1]?.hash ?? '0'.repeat(64)));
    if (unlinked) return [`${caseId}/${unlinked.seq}: does not follow the entry before it`];
    const head = heads.get(caseId);
    return head === undefined || head === entries.at(-1)?.hash ? [] : [`${caseId}: its head is not its last entry`];
  });
  return finding('broken-chain', broken);
};
