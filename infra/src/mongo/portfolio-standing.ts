import type { ActKind } from '@recourse/domain/case/act';
import type { Ending, Stage } from '@recourse/domain/case/stage';
import type { Minor } from '@recourse/domain/money/money';
import type { Position } from '@recourse/domain/money/position';
import type { Collections } from './collections.js';

/** Minor units by currency. */
export type ByCurrency = Record<string, Minor>;

/** Where a tenant's portfolio stands now. */
export type PortfolioStanding = {
  open: Partial<Record<Stage | 'intake', number>>;
  closed: Partial<Record<Ending, number>>;
  /** Made, or being made: what is known never to have gone out is not among them. */
  contacts: number;
  payments: number;
  due: ByCurrency;
  recovered: ByCurrency;
  parked: number;
};

/** Acts that reach a person; handing a loan over reaches none. */
const contactKinds: ActKind[] = ['send-reminder', 'send-notice', 'place-call', 'arrange-visit'];

type CaseRow = { stage?: Stage; plan: { ending?: Ending } };

/** Few small reads: the live display asks twice a second. */
export async function portfolioStanding(
  { cases, acts, loans, parked }: Pick<Collections, 'cases' | 'acts' | 'loans' | 'parked'>,
  tenant: string,
): Promise<PortfolioStanding> {
  const [caseRows, contacts, loanRows, parkedNow] = await Promise.all([
    cases.find({ tenant }).project<CaseRow>({ _id: 0, stage: 1, 'plan.ending': 1 }).toArray(),
    acts.countDocuments({ tenant, 'act.kind': { $in: contactKinds }, _id: { $not: /~\d+$/ } }),
    loans.find({ tenant }).project<{ position: Position }>({ _id: 0, position: 1 }).toArray(),
    parked.countDocuments({ tenant, status: 'parked' }),
  ]);
  const standing: PortfolioStanding = {
    open: {},
    closed: {},
    contacts,
    payments: 0,
    due: {},
    recovered: {},
    parked: parkedNow,
  };
  for (const { stage = 'intake', plan } of caseRows) {
    if (plan.ending) standing.closed[plan.ending] = (standing.closed[plan.ending] ?? 0) + 1;
    else standing.open[stage] = (standing.open[stage] ?? 0) + 1;
  }
  for (const { position } of loanRows) {
    for (const { due, state } of position.instalments) {
      if (state === 'missed')
        add(
          standing.due,
          position.currency,
          Object.values(due).reduce((sum, part) => sum + part, 0),
        );
    }
    for (const { amount, reversedOn } of position.payments) {
      if (reversedOn !== undefined) continue;
      standing.payments += 1;
      add(standing.recovered, position.currency, amount);
    }
  }
  return standing;
}

function add(sums: ByCurrency, currency: string, amount: Minor): void {
  if (currency === '') return; // a loan we only know the name of
  sums[currency] = (sums[currency] ?? 0) + amount;
}
