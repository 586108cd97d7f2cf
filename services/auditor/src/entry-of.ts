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
  'limitation-interrupted',
  'limitation-suspended',
  'write-off-proposed',
  'written-off',
  'matter-raised',
  'matter-extension-asked',
  'matter-extension-declined',
  'matter-extended',
  'matter-overdue',
  'matter-answered',
  'matter-released',
  'wishes-noted',
  'handed-over',
  'handed-back',
  'notice-given',
]);
/** Of those about the credit record, what tells of disputes. */
const creditRead = new Set(['disputed', 'answered', 'answer-overdue']);
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

type TermsTold = { tolerance?: number; zone?: string; jurisdiction?: string; product?: string };
const termsRead = ({ tolerance = 0, zone = 'UTC', jurisdiction, product }: TermsTold = {}) => ({
  tolerance,
  zone,
  ...(jurisdiction !== undefined && { jurisdiction }),
  ...(product !== undefined && { product }),
});

type Agreed = { id?: string; terms?: { over?: string; owed?: Parts; discount?: Parts; late?: Parts } };
type Parts = Record<string, number>;
/** What of an agreement money hangs on; `owed` is the sum. */
const agreedRead = ({ id, terms: { over, owed = {}, discount, late } = {} }: Agreed = {}) => ({
  arrangementId: id,
  over,
  owed: Object.values(owed).reduce((sum, amount) => sum + amount, 0),
  ...(discount && { discount }),
  ...(late && { late }),
});

const shortened = (fact: Fact): Fact => {
  const { type, at } = fact;
  if (type === 'case-opened') {
    const {
      notices = [],
      interruptions,
      suspensions,
    } = (fact['carried'] ?? {}) as Record<string, unknown[] | undefined>;
    return {
      type,
      at,
      terms: termsRead(fact['terms'] as TermsTold | undefined),
      notices,
      ...(fact['anchorOn'] !== undefined && { anchorOn: fact['anchorOn'] }),
      ...(interruptions !== undefined && { interruptions }),
      ...(suspensions !== undefined && { suspensions }),
    };
  }
  if (type === 'terms-noted') return { type, at, terms: termsRead(fact['terms'] as TermsTold | undefined) };
  if (type === 'promise-made') {
    const { id, madeAt } = (fact['promise'] ?? {}) as { id?: unknown; madeAt?: unknown };
    return { type, at, promiseId: id, madeAt };
  }
  if (type === 'arrangement-proposed') return { type, at, ...agreedRead(fact['arrangement'] as Agreed | undefined) };
  if (type === 'arrangement-judged') return { type, at, arrangementId: fact['arrangementId'], state: fact['state'] };
  if (type === 'arrangement-accepted') return { type, at, arrangementId: fact['arrangementId'], on: fact['on'] };
  // What the bureau was told of a loan has documents of its own.
  if (type === 'credit-noted') return creditRead.has(String(fact['credit'])) ? fact : { type, at };
  if (planRead.has(type)) return { type, at, planId: fact['planId'] };
  if (type === 'alternative-called-in') return fact['again'] === true ? fact : { type, at };
  return read.has(type) ? fact : { type, at };
};
