import { practiceOf } from '../arrangements/promise-practice.js';
import type { PromiseStanding } from '../arrangements/refuse-promises.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import { allocationOf } from '../money/allocation-of.js';
import { lateOwed, type LateLoan } from '../money/late-owed.js';
import { payoffOn } from '../money/payoff.js';
import type { Strategy } from '../strategy/strategy.js';
import type { CollectionCase } from './collection-case.js';
import { interestStops } from './interest-stops.js';

/** A loan as a promise is held against it; `holds`: those on the loan and its debtors, heard of by the case or not. */
export type PromisedLoan = LateLoan & { holds: readonly Hold[] };

/** What promises told at that instant are held against: what a borrower is told to owe that day can be promised. */
export const promiseStanding = (
  kase: Pick<CollectionCase, 'zone' | 'round' | 'promises' | 'holds' | 'formerDebtors'>,
  loan: PromisedLoan,
  strategy: Strategy,
  toldAt: Instant,
): PromiseStanding => {
  const { zone, round, promises } = kase;
  const today = localDay(toldAt, zone);
  const late = lateOwed(loan, interestStops(kase, loan.holds), today);
  const { billed, payoff } = payoffOn(loan.position, 'now', allocationOf(loan.terms), late?.late ?? 0);
  return {
    today,
    arrears: billed,
    owed: late?.owed ?? billed,
    debt: Math.max(billed, payoff),
    made: promises.filter((promise) => (promise.round ?? round) === round),
    limits: practiceOf(strategy).limits,
  };
};
