import { contentHash } from './content-hash.js';
import type { Entry, Fact } from './evidence.js';

/** Facts that some check reads; of the rest type and time are enough, and memory is kept for more cases. */
const read = new Set([
  'strategy-pinned',
  'position-noted',
  'stage-entered',
  'stage-passed-over',
  'step-planned',
  'step-done',
  'contact-concluded',
  'try-missed',
  'hold-placed',
  'hold-ended',
  'limitation-noted',
  'write-off-proposed',
  'written-off',
  'matter-raised',
  'matter-extended',
  'matter-overdue',
  'matter-answered',
  'matter-released',
  'wishes-noted',
  'handed-over',
  'handed-back',
  'notice-given',
]);
/** Facts of which only the plan is read. */
const planRead = new Set(['contact-withheld', 'act-awaited']);

/** A journal entry as stored, `_id` taken off: the hash is over all else that is there. */
export const entryOf = (stored: Record<string, unknown>): Entry => {
  const { caseId, seq, prevHash, hash, fact } = stored;
  return {
    caseId: String(caseId),
    seq: Number(seq),
    prevHash: String(prevHash),
    hash: String(hash),
    contentHash: contentHash(stored),
    fact: shortened((fact ?? {}) as Fact),
  };
};

const termsRead = ({ tolerance = 0, zone = 'UTC' }: { tolerance?: number; zone?: string } = {}) => ({
  tolerance,
  zone,
});

const shortened = (fact: Fact): Fact => {
  const { type, at } = fact;
  if (type === 'case-opened')
    return {
      type,
      at,
      terms: termsRead(fact['terms'] as { tolerance?: number; zone?: string } | undefined),
      notices: (fact['carried'] as { notices?: unknown[] } | undefined)?.notices ?? [],
    };
  if (planRead.has(type)) return { type, at, planId: fact['planId'] };
  if (type === 'alternative-called-in') return fact['again'] === true ? fact : { type, at };
  return read.has(type) ? fact : { type, at };
};
