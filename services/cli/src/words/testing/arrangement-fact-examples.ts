/** For tests: what a case may state of arrangements. */
import type { ArrangementFact } from '@recourse/domain/arrangements/arrangement-fact';
import type { CaseFact } from '@recourse/domain/case/case-facts';

const at = '2026-01-05T02:00:00.000Z';
const base = { v: 1 as const, at, cause: 'clock' };
const arrangement = {
  id: 'i1',
  state: 'proposed' as const,
  terms: {
    kind: 'repayment-plan' as const,
    over: 'arrears' as const,
    currency: 'CNY',
    owed: { principal: 100_000, penalty: 1_000 },
    discount: { penalty: 1_000 },
    layout: { instalments: 3, firstOn: '2026-02-01', first: 33_333, each: 33_333, last: 33_334 },
    accrues: false,
    graceDays: 3,
    postingDays: 2,
    cureDays: 10,
    tolerance: 0,
  },
  proposedAt: at,
  proposedBy: 'operator/a',
  authority: 'collector' as const,
  needs: 'supervisor' as const,
  offerUntil: at,
  hash: '0'.repeat(64),
  countsFrom: '2025-10-05',
  notCounting: [],
};

export const arrangementFactExamples: {
  [Type in ArrangementFact['type']]: Extract<CaseFact, { type: Type }>;
} = {
  'arrangement-proposed': { ...base, type: 'arrangement-proposed', arrangement },
  'arrangement-refused': {
    ...base,
    type: 'arrangement-refused',
    command: 'propose-arrangement',
    refused: [{ because: 'too-many-instalments', limit: 36 }],
  },
  'arrangement-approved': {
    ...base,
    type: 'arrangement-approved',
    arrangementId: 'i1',
    by: 'operator/b',
    authority: 'supervisor',
  },
  'arrangement-declined': {
    ...base,
    type: 'arrangement-declined',
    arrangementId: 'i1',
    by: 'operator/b',
    because: 'too-little',
  },
  'arrangement-accepted': {
    ...base,
    type: 'arrangement-accepted',
    arrangementId: 'i1',
    personId: 'p1',
    on: '2026-01-05',
  },
  'arrangement-judged': {
    ...base,
    type: 'arrangement-judged',
    arrangementId: 'i1',
    state: 'broken',
    received: 0,
    missed: '2026-02-01',
  },
  'arrangement-ended': { ...base, type: 'arrangement-ended', arrangementId: 'i1', because: 'debtor-asks' },
};
