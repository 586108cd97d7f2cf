import { addMonths, type Day } from './local-time.js';
import type { Product } from './products.js';
import type { ScheduledInstalment } from './repayment-schedule.js';

/** What a contract of ours charges for lateness, as the contract with Recourse writes it (docs/explain.md). Amounts in minor units. */
export type LateTerms = {
  startOn: Day;
  lateCharge: {
    lender: 'licensed';
    contractRatePpm: number;
    dayCount: 'act/365f';
    rounding: { mode: 'half-up'; point: 'end' };
    penalty: { clause: string; base: 'principal'; rate: { contractPermille: number } };
    caps: { rule: string; covers: ('interest' | 'penalty')[]; max: 'yearly'; yearlyPpm: number }[];
  };
  costs: {
    principal: { from: Day; amount: number }[];
    charged: { on: Day; of: 'interest'; amount: number }[];
  };
};

/** Penalty interest on overdue principal from the due date on; signed a month before the first instalment of `plan`, which is the whole. */
export function lateTerms(
  { penaltyPermille, allInCapBp, yearlyRateBp }: Product,
  plan: readonly ScheduledInstalment[],
): LateTerms | undefined {
  const [first] = plan;
  if (penaltyPermille === undefined || !first) return undefined;
  const startOn = addMonths(first.dueOn, -1);
  const lent = plan.reduce((sum, { principal }) => sum + principal, 0);
  let left = lent;
  const principal = [
    { from: startOn, amount: lent },
    ...plan.map((instalment) => ({ from: instalment.dueOn, amount: (left -= instalment.principal) })),
  ];
  return {
    startOn,
    lateCharge: {
      lender: 'licensed',
      contractRatePpm: yearlyRateBp * 100,
      dayCount: 'act/365f',
      rounding: { mode: 'half-up', point: 'end' },
      penalty: { clause: '8.1', base: 'principal', rate: { contractPermille: penaltyPermille } },
      caps:
        allInCapBp === undefined
          ? []
          : [{ rule: '8.4', covers: ['interest', 'penalty'], max: 'yearly', yearlyPpm: allInCapBp * 100 }],
    },
    costs: { principal, charged: plan.map(({ dueOn: on, interest: amount }) => ({ on, of: 'interest', amount })) },
  };
}
