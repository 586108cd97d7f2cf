import type { GateTrace } from '@recourse/domain/contact/gate-trace';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Stage } from '@recourse/domain/case/stage';
import type { Collections } from './collections.js';

/** `after`: the loan and episode of the last one seen. `loan`: how the loan's id begins. */
export type CaseFilter = {
  status?: CollectionCase['status'][];
  stage?: Stage;
  loan?: string;
  after?: { loanId: string; episode: number };
};

/** Cases and their journals, for people to read. */
export function caseBook({ acts, cases, journal }: Pick<Collections, 'acts' | 'cases' | 'journal'>) {
  return {
    /** Every episode of a loan, oldest first. */
    async ofLoan(tenant: string, loanId: string): Promise<CollectionCase[]> {
      return cases.find({ tenant, loanId }).sort({ episode: 1 }).toArray();
    },
    /** Whole and in order. */
    async journal(caseId: string): Promise<JournalEntry[]> {
      return journal.find({ caseId }).sort({ seq: 1 }).toArray();
    },
    /** What the gate said of this case's loan when an act began. */
    async askedOfAct(actId: string, caseId: string): Promise<GateTrace | undefined> {
      const act = await acts.findOne({ _id: actId }, { projection: { gate: 1, covers: 1 } });
      return act?.covers.find((cover) => cover.caseId === caseId)?.gate ?? act?.gate;
    },
    /** The time zone of each case. */
    async zones(caseIds: readonly string[]): Promise<Map<string, string>> {
      const found = await cases
        .find({ _id: { $in: [...caseIds] } })
        .project<{ _id: string; terms: { zone: string } }>({ 'terms.zone': 1 })
        .toArray();
      return new Map(found.map(({ _id, terms }) => [_id, terms.zone]));
    },
    /** By loan and episode. `left`: how many there are from there on, the listed ones among them. */
    async list(
      tenant: string,
      { status, stage, loan, after }: CaseFilter,
      limit: number,
    ): Promise<{ cases: CollectionCase[]; left: number }> {
      const wanted = {
        tenant,
        ...(status && { status: { $in: status } }),
        ...(stage && { stage }),
        ...(loan !== undefined && { loanId: { $gte: loan, $lt: `${loan}\uffff` } }),
        ...(after && {
          $or: [{ loanId: { $gt: after.loanId } }, { loanId: after.loanId, episode: { $gt: after.episode } }],
        }),
      };
      const found = await cases.find(wanted).sort({ loanId: 1, episode: 1 }).limit(limit).toArray();
      return { cases: found, left: found.length < limit ? found.length : await cases.countDocuments(wanted) };
    },
  };
}
