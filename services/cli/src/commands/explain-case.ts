import { settledBy } from '@recourse/domain/arrangements/settled-by';
import { isDay } from '@recourse/domain/calendar/day-arithmetic';
import type { Day } from '@recourse/domain/calendar/day';
import { localDay } from '@recourse/domain/calendar/local-time';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { interestStops } from '@recourse/domain/case/interest-stops';
import { allocationOf } from '@recourse/domain/money/allocation-of';
import { lateChargeByLaw } from '@recourse/domain/money/penalty/late-charge-by-law';
import type { ExplainInput } from '@recourse/domain/money/explain/read-explain-input';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import { Mistake } from '../words/mistake.js';
import { explained, type Asked } from './explain-money.js';

export type ExplainCase = Asked & { case: string; asOf?: Day };

/** Where cases and their loans are read; `now`: the tenant's clock. */
export type CasesOf = {
  tenant: string;
  now: string;
  find(caseId: string): Promise<{ kase: CollectionCase; loan: LoanRecord } | undefined>;
};

/**
 * How a figure of a live case comes about, by all that is known now: as of the tenant's day, or another of the case's zone.
 * @throws Mistake when there is no such case, the day is none, or the figure cannot be reckoned
 */
export async function explainCase(
  { tenant, now, find }: CasesOf,
  { case: caseId, asOf, ...asked }: ExplainCase,
): Promise<string[]> {
  if (asOf !== undefined && !isDay(asOf)) throw new Mistake('--as-of must be a day that exists, YYYY-MM-DD');
  const found = await find(caseId.split('/').length === 3 ? caseId : `${tenant}/${caseId}`);
  if (!found) throw new Mistake(`tenant ${tenant} has no case ${caseId}: a case is named LOAN/EPISODE`);
  const { kase, loan } = found;
  return explained(kase.caseId, inputOf(kase, loan, asOf ?? localDay(now, kase.zone)), asked);
}

/** Of a loan whose contract does not say when it was signed, the first day anything is known of. */
const inputOf = (kase: CollectionCase, { terms, position, holds }: LoanRecord, asOf: Day): ExplainInput => ({
  asOf,
  startOn: terms?.startOn ?? position.instalments.map(({ dueOn }) => dueOn).reduce((a, b) => (a < b ? a : b), asOf),
  position,
  allocation: allocationOf(terms),
  stops: interestStops(kase, holds),
  settled: settledBy(kase.arrangements),
  // What cannot lawfully be charged is stated to nobody.
  ...(terms?.lateCharge && { lateCharges: lateChargeByLaw(terms.lateCharge, terms.byLaw) }),
  ...(terms?.costs && { costs: terms.costs }),
});
