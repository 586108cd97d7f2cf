/** For tests: what a case may state of limitations, of the end of its ladder, and of write-offs. */
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { LimitationFact } from '@recourse/domain/limitation/limitation-fact';
import type { WriteOffFact } from '@recourse/domain/write-off/write-off-fact';

const at = '2026-01-05T02:00:00.000Z';
const base = { v: 1 as const, at, cause: 'clock' };
const day = '2026-01-05';
const money = { amount: 12_345, currency: 'CNY' };

export const endFactExamples: {
  [Type in LimitationFact['type'] | WriteOffFact['type']]: Extract<CaseFact, { type: Type }>;
} = {
  'limitation-interrupted': {
    ...base,
    type: 'limitation-interrupted',
    ground: 'demand',
    on: day,
    proof: ['arrival-proved'],
    by: { what: 'act', id: 't/L1/1/1/sms-1/1' },
  },
  'limitation-suspended': {
    ...base,
    type: 'limitation-suspended',
    event: 'force-majeure',
    on: day,
    until: '2026-02-01',
    by: { what: 'document', id: 'd1' },
  },
  'limitation-noted': {
    ...base,
    type: 'limitation-noted',
    state: 'ending',
    rule: 'CN-LIM-1',
    version: 'cn@1#0',
    beganOn: '2023-02-01',
    endsOn: '2026-02-01',
  },
  'limitation-refused': {
    ...base,
    type: 'limitation-refused',
    command: 'record-interruption',
    because: 'proof-missing',
  },
  'ladder-ended': { ...base, type: 'ladder-ended', becomes: 'write-off', round: 1, criteria: [] },
  'write-off-proposed': {
    ...base,
    type: 'write-off-proposed',
    writeOff: {
      id: 'w1',
      state: 'proposed',
      because: 'ladder-ended',
      ...money,
      proposedBy: 'operator/a',
      proposedAt: at,
    },
  },
  'write-off-refused': {
    ...base,
    type: 'write-off-refused',
    command: 'approve-write-off',
    because: 'approver-is-proposer',
  },
  'write-off-declined': { ...base, type: 'write-off-declined', writeOffId: 'w1', by: 'operator/b' },
  'written-off': {
    ...base,
    type: 'written-off',
    writeOffId: 'w1',
    proposedBy: 'operator/a',
    approvedBy: 'operator/b',
    ...money,
    on: day,
  },
  'recovery-noted': {
    ...base,
    type: 'recovery-noted',
    writeOffId: 'w1',
    paymentId: 'p1',
    ...money,
    valueDate: day,
  },
};
