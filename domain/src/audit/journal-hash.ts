import { canonicalJson } from './canonical-json.js';
import type { JournalEntry } from './journal-entry.js';
import { sha256Hex } from './sha256-hex.js';

/** `prevHash` of a case's first entry. */
export const genesisHash = '0'.repeat(64);

/** The hash covers all of the entry but itself, `prevHash` included: changing one entry breaks every later one. */
export const sealEntry = (entry: Omit<JournalEntry, 'hash'>): JournalEntry => {
  const { caseId, seq, fact, consumedThrough, actor, prevHash } = entry;
  const hash = sha256Hex(canonicalJson({ caseId, seq, fact, consumedThrough, actor, prevHash }));
  return { caseId, seq, fact, consumedThrough, actor, prevHash, hash };
};

/**
 * The `seq` at which a case's journal, in order, is first broken: a number missing or doubled, an entry of another case,
 * a hash that does not fit its content or the one before. Undefined when it is whole. The first entry has seq 1.
 */
export const verifyChain = (entries: readonly JournalEntry[]): number | undefined => {
  let prevHash = genesisHash;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    const whole =
      entry.seq === seq &&
      entry.caseId === entries[0]?.caseId &&
      entry.prevHash === prevHash &&
      sealEntry(entry).hash === entry.hash;
    if (!whole) return seq;
    prevHash = entry.hash;
  }
  return undefined;
};
