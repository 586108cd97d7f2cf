import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';
import type { WriteOffFact } from '../write-off/write-off-fact.js';

/** What a fact of the end of its ladder, or of its write-off, makes of a case. */
export const foldWriteOff = (
  kase: CollectionCase,
  fact: Extract<CaseFact, { type: WriteOffFact['type'] }>,
): CollectionCase => {
  const { writeOff } = kase;
  switch (fact.type) {
    case 'ladder-ended':
      return { ...kase, ladderEnded: { becomes: fact.becomes, at: fact.at } };
    case 'write-off-proposed':
      return { ...kase, writeOff: fact.writeOff };
    case 'write-off-declined':
      return writeOff ? { ...kase, writeOff: { ...writeOff, state: 'declined' } } : kase;
    case 'written-off': {
      const { approvedBy, at: writtenOffAt } = fact;
      return writeOff ? { ...kase, writeOff: { ...writeOff, state: 'written-off', approvedBy, writtenOffAt } } : kase;
    }
    case 'recovery-noted': {
      if (!writeOff) return kase;
      const { paymentId, takenBack, left } = fact;
      const { recoveredInPart: before = [], ...rest } = writeOff;
      const others = (writeOff.recovered ?? []).filter((each) => each !== paymentId);
      const recovered = takenBack && left === undefined ? others : [...others, paymentId];
      const parts = before.filter((each) => each.paymentId !== paymentId);
      const recoveredInPart = left === undefined ? parts : [...parts, { paymentId, left }];
      return { ...kase, writeOff: { ...rest, recovered, ...(recoveredInPart.length > 0 && { recoveredInPart }) } };
    }
    case 'write-off-refused':
      return kase;
    default:
      return fact satisfies never;
  }
};
