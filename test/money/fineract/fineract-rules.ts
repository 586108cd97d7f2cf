import type { AllocationOrder, AllocationRules, Lane, Timing } from '@recourse/domain/money/allocation-order';
import type { Component } from '@recourse/domain/money/components';
import type { CarriedScenario } from './carried-scenario.js';

const lane = (
  when: readonly Timing[],
  components: readonly Component[],
  by: Lane['by'] = 'instalment',
  first: Lane['first'] = 'oldest',
): Lane => ({ when, components, by, first });

const owed: readonly Timing[] = ['past-due', 'due'];

/** Penalty, fee, principal, interest in each of past due, due, in advance: the order of every product of Fineract's own test data. */
const advanced: readonly Component[] = ['penalty', 'fees', 'principal', 'interest'];

/** Fineract's ways of allocating as orders of ours, or the reason why one cannot be said. */
function orderOf({ strategy, product, future }: CarriedScenario): AllocationOrder | string {
  switch (strategy) {
    case 'PENALTIES_FEES_INTEREST_PRINCIPAL_ORDER':
      return [lane(['past-due', 'due', 'in-advance'], ['penalty', 'fees', 'interest', 'principal'])];
    case 'DUE_PENALTY_FEE_INTEREST_PRINCIPAL_IN_ADVANCE_PRINCIPAL_PENALTY_FEE_INTEREST':
      return [
        lane(owed, ['penalty', 'fees', 'interest', 'principal']),
        lane(['in-advance'], ['principal', 'penalty', 'fees', 'interest']),
      ];
    case 'DUE_PENALTY_INTEREST_PRINCIPAL_FEE_IN_ADVANCE_PENALTY_INTEREST_PRINCIPAL_FEE':
      return [
        lane(owed, ['penalty', 'interest', 'principal', 'fees']),
        lane(['in-advance'], ['penalty', 'interest', 'principal', 'fees']),
      ];
    case 'ADVANCED_PAYMENT_ALLOCATION': {
      if (future !== 'NEXT_INSTALLMENT' && future !== 'LAST_INSTALLMENT')
        return 'early money is spread evenly over all instalments to come (REAMORTIZATION): we have no such order';
      const by = product.includes('VERTICAL') ? 'component' : 'instalment';
      return [
        lane(['past-due'], advanced, by),
        lane(['due'], advanced, by),
        lane(['in-advance'], advanced, by, future === 'NEXT_INSTALLMENT' ? 'oldest' : 'newest'),
      ];
    }
    default:
      return `a strategy we do not know: ${strategy}`;
  }
}

export function rulesOf(scenario: CarriedScenario): AllocationRules | string {
  const order = orderOf(scenario);
  if (typeof order === 'string') return order;
  return {
    rows: [{ fromDpd: 0, order }],
    takenBack: scenario.product.includes('CREDIT_ALLOCATION')
      ? ['penalty', 'fees', 'interest', 'principal']
      : 'principal',
  };
}
