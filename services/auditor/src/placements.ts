import { takesBack } from './act-kinds.js';
import type { AuditedAct } from './audited-act.js';
import type { Evidence, Fact } from './evidence.js';
import { groupBy } from './group-by.js';
import { journalsOf } from './journals.js';

/**
 * A loan with an agency or law firm, as its case's journal tells. `personId`: from whom it collects, by the name of then; absent: nobody knows.
 * Milliseconds of the tenant's clock; `untilMs` absent: it still has it. `wallAt`: by it the oldest is told.
 */
export type Placement = {
  placementId: string;
  loanId: string;
  partnerId: string;
  personId?: string;
  fromMs: number;
  untilMs?: number;
  wallAt: number;
};

/** The person is free once a return is known, and the case says so in its next turn. */
const turnWithinMs = 60_000;

/** Every handover that a journal states. The partner may begin as soon as we have begun to hand over. */
export const placementsOf = (evidence: Pick<Evidence, 'journal' | 'acts' | 'loans'>): Placement[] => {
  const begun = new Map(evidence.acts.map((act) => [act.id, act]));
  const borrowers = new Map(
    evidence.loans.map(({ loanId, debtors }) => [loanId, debtors?.find(({ role }) => role === 'borrower')?.personId]),
  );
  const recalls = recallsOf(evidence);
  const handedOver = (caseId: string, { at, ...fact }: Fact): Placement => {
    const { id, partnerId } = fact['to'] as { id: string; partnerId: string };
    const act = begun.get(id);
    const loanId = caseId.split('/')[1] ?? '';
    const personId = act?.personId ?? borrowers.get(loanId);
    const [from, wallAt] = [Date.parse(act?.begunAt ?? at), act?.begunWallAt ?? Date.parse(at)];
    return { placementId: id, loanId, partnerId, fromMs: from, wallAt, ...(personId !== undefined && { personId }) };
  };
  return [...journalsOf(evidence)].flatMap(([caseId, entries]) => {
    const own: Placement[] = [];
    const end = (at: string, which: (placement: Placement) => boolean, graceMs = 0): void => {
      for (const placement of own.filter((each) => each.untilMs === undefined && which(each)))
        placement.untilMs = Math.min(
          Date.parse(at) - graceMs,
          ...(recalls.get(caseId) ?? []).filter((recalled) => recalled > placement.fromMs),
        );
    };
    for (const { fact } of entries) {
      if (fact.type === 'handed-over') own.push(handedOver(caseId, fact));
      if (fact.type === 'handed-back')
        end(fact.at, ({ placementId }) => placementId === fact['placementId'], turnWithinMs);
      if (fact.type === 'case-closed') end(fact.at, () => true);
    }
    return own;
  });
};

/** When what each case took back was known to be back. */
const recallsOf = ({ acts }: Pick<Evidence, 'acts'>): Map<string, number[]> => {
  const done = acts.filter((act: AuditedAct) => takesBack(act) && act.result === 'done');
  const known = done.flatMap(({ covers, concludedAt }) =>
    covers.flatMap(({ caseId }) => (concludedAt === undefined ? [] : [{ caseId, ms: Date.parse(concludedAt) }])),
  );
  return new Map([...groupBy(known, ({ caseId }) => caseId)].map(([of, all]) => [of, all.map(({ ms }) => ms)]));
};
