import { expect, test } from 'vitest';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { creditRow, paidRow } from '../testing/credit-rows.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { furnishedOffEvents } from './furnished-off-events.js';

const earlier = { row: 'L1/2026-04/2026-03', at: '2026-05-01T12:00:00.000Z' };

findsOnly('furnished-off-events', [
  [
    'a month told as paid that was not',
    ({ creditRows }) => void creditRows.push(creditRow({ standing: 'current', dpd: 0, overdue: 0 })),
    'L2/2026-01/2026-01 tells current, 0 days, 0: its events come to past-due, 30 days, 9000 (minor units)',
  ],
  [
    'a correction of what was not wrong',
    ({ creditRows }) => void creditRows.push(paidRow(), paidRow({ ...earlier, kind: 'correction' })),
    'L1/2026-04/2026-03 tells current, 0 days, 0: nothing was wrong',
  ],
  [
    'a loan told as paid off of which servicing has not said so',
    ({ creditRows }) => void creditRows.push(paidRow({ standing: 'paid-off' })),
    'L1/2026-03/2026-03 tells paid-off, 0 days, 0: servicing has not said so',
  ],
  [
    'a month taken back that nobody found wrong',
    ({ creditRows, creditDisputes }) => {
      creditRows.push(paidRow({ standing: 'in-error' }));
      creditDisputes.push({ loanId: 'L1', openedAt: '2026-03-01T00:00:00.000Z', wrong: ['2026-02'] });
    },
    'L1/2026-03/2026-03 tells in-error, 0 days, 0: servicing has not said so',
  ],
  [
    'a mark on what was told otherwise',
    ({ creditRows }) => void creditRows.push(paidRow(), paidRow({ ...earlier, kind: 'mark', overdue: 1 })),
    'L1/2026-04/2026-03 tells current, 0 days, 1: told before as current, 0 days, 0',
  ],
]);

test('what the events give is told, and what a dispute found wrong may be taken back', () => {
  const evidence = cleanEvidence();
  evidence.creditRows.push(paidRow(), paidRow({ ...earlier, kind: 'correction', standing: 'in-error' }));
  const answeredAt = '2026-04-20T00:00:00.000Z';
  evidence.creditDisputes.push({ loanId: 'L1', openedAt: answeredAt, answeredAt, wrong: ['2026-03'] });

  expect(violationsOf(evidence)).toEqual({});
});

test('figures to the minor unit and to the day', () => {
  const found = (how: Parameters<typeof creditRow>[0]): number =>
    furnishedOffEvents({ ...cleanEvidence(), creditRows: [creditRow(how)] }).violations.length;

  expect([{}, { overdue: 9_001 }, { dpd: 29 }, { order: 5 }].map(found)).toEqual([0, 1, 1, 0]);
});
