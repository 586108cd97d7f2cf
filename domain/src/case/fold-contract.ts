import type { CollectionCase } from './collection-case.js';
import type { ContractFact } from './contract-fact.js';

/** What changes of the contract leave to a case: the sums that are looked into. What is owed is in the position. */
export const foldContract = (kase: CollectionCase, fact: ContractFact): CollectionCase => {
  const all = kase.discrepancies ?? [];
  switch (fact.type) {
    case 'discrepancy-found': {
      const { discrepancy, taskId } = fact;
      return { ...kase, discrepancies: [...all, { discrepancy, taskId, state: 'open' }] };
    }
    case 'discrepancy-solved': {
      const state = fact.by === 'person' ? 'solved-by-person' : 'solved-by-news';
      const discrepancies = all.map((each) =>
        each.state === 'open' && each.discrepancy.id === fact.discrepancyId ? ({ ...each, state } as const) : each,
      );
      return { ...kase, discrepancies };
    }
    case 'debit-requested':
      return { ...kase, debitAskedAfter: fact.after };
    case 'restructuring-noted':
    case 'acceleration-noted':
    case 'undoing-noted':
    case 'creditor-noted':
      return kase;
    default:
      return fact satisfies never;
  }
};
