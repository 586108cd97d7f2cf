import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { ContractFact } from '@recourse/domain/case/contract-fact';

const base = { v: 1 as const, at: '2026-01-05T02:00:00.000Z', cause: 'clock' };

/** For tests: what a case may state of changes of the contract, and of sums that differ. */
export const contractFactExamples: { [Type in ContractFact['type']]: Extract<CaseFact, { type: Type }> } = {
  'restructuring-noted': {
    ...base,
    type: 'restructuring-noted',
    restructuringId: 'r-1',
    on: '2026-01-04',
    replaces: { from: 2, to: 12 },
    instalments: 24,
    overdue: 'capitalised',
    takenOver: 403_816,
  },
  'acceleration-noted': {
    ...base,
    type: 'acceleration-noted',
    accelerationId: 'a-1',
    on: '2026-01-04',
    from: 3,
    due: 4_000_000,
    against: ['UK-DN-1-ACCELERATE'],
  },
  'undoing-noted': {
    ...base,
    type: 'undoing-noted',
    accelerationId: 'a-1',
    undoneOn: '2026-01-05',
    because: 'paid',
  },
  'creditor-noted': { ...base, type: 'creditor-noted', changeId: 'c-1', to: 'east-amc', on: '2026-01-04' },
  'discrepancy-found': {
    ...base,
    type: 'discrepancy-found',
    discrepancy: { id: 'arrears/2026-01-04', about: 'arrears', ref: '2026-01-04', ours: 1, theirs: 2 },
    taskId: 'demo/L1/1/1/discrepancy/1',
  },
  'debit-requested': { ...base, type: 'debit-requested', after: 'L1-d1', attempt: 2, amount: 403_816, currency: 'CNY' },
  'discrepancy-solved': {
    ...base,
    type: 'discrepancy-solved',
    discrepancyId: 'arrears/2026-01-04',
    by: 'person',
  },
};
