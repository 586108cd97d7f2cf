import { practiceOf } from '../arrangements/promise-practice.js';
import type { PromiseStanding } from '../arrangements/refuse-promises.js';
import type { Instant } from '../calendar/instant.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { payoffOn } from '../money/payoff.js';
import type { Strategy } from '../strategy/strategy.js';
import type { CollectionCase } from './collection-case.js';
import { lateOfCase, type HeldLoan } from './late-of-case.js';

/** What promises told at that instant are held against: what a borrower is told to owe that day can be promised. */
export const promiseStanding = (
  kase: Pick<CollectionCase, 'zone' | 'round' | 'promises' | 'holds' | 'formerDebtors' | 'arrangements'>,
  loan: HeldLoan,
  strategy: Strategy,
  toldAt: Instant,
): PromiseStanding => {
  const { zone, round, promises } = kase;
  const today = localDay(toldAt, zone);
  const late = lateOfCase(kase, loan, today);
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
