import { localDay } from '@recourse/domain/calendar/local-time';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { Stage } from '@recourse/domain/case/stage';
import type { Collections } from './collections.js';

type Entered = { caseId: string; fact: { at: Instant; stage: Stage; because: string } };

/** What money did to the ladder of a tenant's cases, in loans. */
export type MoneyOnStages = {
  /** A part was paid, and the stage became a lower one. */
  lowered: number;
  /** Money was told after a stage had been entered, with a value date before that. */
  backDatedOver: number;
};

export async function moneyOnStages(
  { cases, journal, loans }: Pick<Collections, 'cases' | 'journal' | 'loans'>,
  tenant: string,
): Promise<MoneyOnStages> {
  const found = await cases
    .find({ tenant })
    .project<{ _id: string; loanId: string; zone: ZoneSlice }>({ loanId: 1, zone: 1 })
    .toArray();
  const kases = new Map(found.map((kase) => [kase._id, kase]));
  const entered = await journal
    .find({ caseId: { $in: [...kases.keys()] }, 'fact.type': 'stage-entered' })
    .project<Entered>({ _id: 0, caseId: 1, 'fact.at': 1, 'fact.stage': 1, 'fact.because': 1 })
    .toArray();
  const paid = new Map(
    (await loans.find({ tenant }).toArray()).map(({ loanId, position }) => [loanId, position.payments] as const),
  );
  const loansOf = (facts: readonly Entered[]): number =>
    new Set(facts.flatMap(({ caseId }) => kases.get(caseId)?.loanId ?? [])).size;
  return {
    lowered: loansOf(entered.filter(({ fact }) => fact.because === 'arrears-reduced')),
    backDatedOver: loansOf(
      entered.filter(({ caseId, fact: { at, stage } }) => {
        const kase = kases.get(caseId);
        if (!kase || stage === 'monitoring') return false;
        const day = localDay(at, kase.zone);
        return paid.get(kase.loanId)?.some(({ valueDate, receivedAt }) => valueDate < day && at < receivedAt) ?? false;
      }),
    ),
  };
}
