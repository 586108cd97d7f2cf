import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Stage } from '@recourse/domain/case/stage';
import type { Collections } from './collections.js';

export type CaseFilter = { status?: CollectionCase['status'][]; stage?: Stage };

/** Cases and their journals, for people to read. */
export function caseBook({ cases, journal }: Pick<Collections, 'cases' | 'journal'>) {
  return {
    /** Every episode of a loan, oldest first. */
    async ofLoan(tenant: string, loanId: string): Promise<CollectionCase[]> {
      return cases.find({ tenant, loanId }).sort({ episode: 1 }).toArray();
    },
    /** Whole and in order. */
    async journal(caseId: string): Promise<JournalEntry[]> {
      return journal.find({ caseId }).sort({ seq: 1 }).toArray();
    },
    /** By loan and episode. */
    async list(tenant: string, { status, stage }: CaseFilter, limit: number): Promise<CollectionCase[]> {
      const wanted = { tenant, ...(status ? { status: { $in: status } } : {}), ...(stage ? { stage } : {}) };
      return cases.find(wanted).sort({ loanId: 1, episode: 1 }).limit(limit).toArray();
    },
  };
}
