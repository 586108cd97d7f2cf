import { expect, it } from 'vitest';
import { creditLoan, playMonths } from '../../../test/builders/credit-loan.js';
import type { CreditDispute } from './credit-dispute.js';

const dispute: CreditDispute = {
  id: 'd1',
  loanId: 'L1',
  raised: 'amount',
  openedAt: '2026-02-05T00:00:00.000Z',
  openedOn: '2026-02-05',
  dueOn: '2026-02-25',
  rules: [],
  by: 'operator/a',
  holdId: 'h',
};
const answer = { upheld: false, wrong: [], at: '2026-03-05T00:00:00.000Z', on: '2026-03-05', by: 'o', late: true };
const late = creditLoan(['2025-12-10']);

it('a loan that is over is told as over, and then no more', () => {
  const over = creditLoan(['2025-12-10'], [{ on: '2026-01-08', amount: 1_200_000 }], {
    closed: { reason: 'paid-off', at: '2026-01-08T04:00:00.000Z' },
  });

  const { verdicts } = playMonths([
    { loan: late, month: '2025-12' },
    { loan: over, month: '2026-01' },
    { loan: over, month: '2026-02' },
  ]);

  expect(verdicts.map(({ rows }) => rows.map(({ state }) => state.standing))).toEqual([['past-due'], ['paid-off'], []]);
});

it('a loan that was written off is told as it stood on that day, and then no more', () => {
  const lost = creditLoan(['2025-12-10'], [], { closed: { reason: 'uncollectable', at: '2026-01-20T04:00:00.000Z' } });

  const { verdicts } = playMonths([
    { loan: late, month: '2025-12' },
    { loan: lost, month: '2026-01' },
    { loan: lost, month: '2026-02' },
    { loan: lost, month: '2026-03' },
  ]);

  expect(verdicts.slice(1).map(({ rows }) => rows.map(({ state }) => [state.standing, state.dpd]))).toEqual([
    [['written-off', 41]],
    [],
    [],
  ]);
});

it('what was opened in error is taken back, every month that was told', () => {
  const error = creditLoan(['2025-12-10'], [], {
    closed: { reason: 'opened-in-error', at: '2026-01-09T04:00:00.000Z' },
  });

  const { verdicts } = playMonths([
    { loan: late, month: '2025-12' },
    { loan: error, month: '2026-01' },
  ]);

  expect(verdicts[1]?.rows.map(({ kind, month, state }) => [kind, month, state.standing])).toEqual([
    ['correction', '2025-12', 'in-error'],
    ['update', '2026-01', 'in-error'],
  ]);
});

it('the mark of a loan that was told as over goes by one row, once the dispute is answered', () => {
  const over = creditLoan(['2025-12-10'], [{ on: '2026-01-08', amount: 1_200_000 }], {
    closed: { reason: 'paid-off', at: '2026-01-08T04:00:00.000Z' },
  });
  const answered = [{ ...dispute, answer }];

  const { verdicts } = playMonths([
    { loan: late, month: '2025-12' },
    { loan: over, month: '2026-01' },
    { loan: over, month: '2026-02', disputes: [dispute] },
    { loan: over, month: '2026-03', disputes: answered },
    { loan: over, month: '2026-04', disputes: answered },
  ]);

  expect(verdicts.slice(2).map(({ rows }) => rows)).toMatchObject([
    [{ kind: 'mark', month: '2026-01', disputed: true }],
    [{ kind: 'resend', month: '2026-01', disputed: false, state: { standing: 'paid-off' } }],
    [],
  ]);
});
