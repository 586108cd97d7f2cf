import type { TakenOn } from '../case/taken-on.js';
import type { ChargeFact } from './charge-fact.js';
import type { ScheduleFact } from './schedule-fact.js';

/** A history told at once comes to what the same history told event by event comes to: what befell money and contract, as the facts that would have told of it. */
export const toldAtOnce = ({
  terms: { currency },
  charges = [],
  waivers = [],
  moneyOut = [],
  restructurings = [],
  accelerations = [],
  creditors = [],
}: Pick<TakenOn, 'terms' | 'charges' | 'waivers' | 'moneyOut' | 'restructurings' | 'accelerations' | 'creditors'>): {
  money: ChargeFact[];
  contract: ScheduleFact[];
} => ({
  money: [
    ...charges.map((charge) => ({ type: 'charge-added' as const, currency, ...charge })),
    ...waivers.map(({ withdrawnOn: _later, ...waiver }) => ({ type: 'amount-waived' as const, currency, ...waiver })),
    ...waivers.flatMap(({ waiverId, withdrawnOn }) =>
      withdrawnOn === undefined ? [] : [{ type: 'waiver-withdrawn' as const, currency, waiverId, withdrawnOn }],
    ),
    ...moneyOut.map((out) => ({ type: 'money-out' as const, currency, ...out })),
  ],
  contract: [
    ...restructurings.map((each) => ({ type: 'loan-restructured' as const, currency, ...each })),
    ...accelerations.map(({ undoneOn: _later, undoneBecause: _why, ...each }) => ({
      type: 'loan-accelerated' as const,
      currency,
      ...each,
    })),
    ...accelerations.flatMap(({ accelerationId, undoneOn }) =>
      undoneOn === undefined ? [] : [{ type: 'acceleration-undone' as const, currency, accelerationId, undoneOn }],
    ),
    ...creditors.map((each) => ({ type: 'creditor-changed' as const, ...each })),
  ],
});
