import { canonicalJson } from '@recourse/domain/audit/canonical-json';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { verifyChain } from '@recourse/domain/audit/journal-hash';
import type { Repaired } from '@recourse/domain/case/case-facts';
import type { Carry, CollectionCase } from '@recourse/domain/case/collection-case';
import type { LoanRecord } from '../records/loan-record.js';
import { foldJournal } from '../turn/fold-journal.js';

/** All that is kept of a case, read together. `journal` whole and in order. */
export type CaseSeen = {
  caseId: string;
  kase?: CollectionCase;
  journal: JournalEntry[];
  loan?: Pick<LoanRecord, 'openCase' | 'episodes'>;
  /** The last entry that the relay has noted as published. */
  published: number;
};

export type CaseJudged =
  | { whole: false; brokenAt: number }
  | {
      whole: true;
      /** As the journal has it. */
      kase: CollectionCase;
      damages: Repaired[];
      /** What the loan is to say of its open case, when it says otherwise. */
      openCase?: { set: string } | { unset: Carry };
    };

/**
 * What is wrong with a case, by its journal: pure. Undefined when it has none: nothing has happened in it yet.
 * A journal that is broken itself is nothing to restore from.
 */
export function judgeCase({ caseId, kase, journal, loan, published }: CaseSeen): CaseJudged | undefined {
  if (journal.length === 0) return undefined;
  const brokenAt = verifyChain(journal);
  if (brokenAt !== undefined) return { whole: false, brokenAt };

  const folded = foldJournal(journal);
  const damages: Repaired[] = [];
  if (!kase) damages.push({ what: 'case-document', because: 'missing' });
  else if (canonicalJson(kase) !== canonicalJson(folded)) damages.push({ what: 'case-document', because: 'differs' });

  const openCase = loan && openCaseOf(loan, caseId, folded, journal);
  if (openCase)
    damages.push({ what: 'open-case', because: 'set' in openCase && !loan.openCase ? 'missing' : 'differs' });
  if (published > folded.seq) damages.push({ what: 'relay-position', because: 'differs' });
  return { whole: true, kase: folded, damages, ...(openCase ? { openCase } : {}) };
}

function openCaseOf(
  loan: NonNullable<CaseSeen['loan']>,
  caseId: string,
  { status, episode }: CollectionCase,
  journal: readonly JournalEntry[],
): { set: string } | { unset: Carry } | undefined {
  const knows = loan.openCase === caseId;
  if (status !== 'closed') return knows || episode < loan.episodes ? undefined : { set: caseId };
  const closing = journal.findLast(({ fact }) => fact.type === 'case-closed')?.fact;
  return knows && closing?.type === 'case-closed' ? { unset: closing.carry } : undefined;
}
