import type { AuditedCreditRow } from '../credit-evidence.js';

/** For tests: what the clean world's loan L2 came to at the end of January, as a row that went on 1 February. */
export const creditRow = (how: Partial<AuditedCreditRow> = {}): AuditedCreditRow => ({
  row: 'L2/2026-01/2026-01',
  kind: 'first',
  loanId: 'L2',
  subject: 'P1',
  month: '2026-01',
  at: '2026-02-01T12:00:00.000Z',
  order: 1,
  standing: 'past-due',
  asOf: '2026-01-31',
  dpd: 30,
  overdue: 9_000,
  history: [],
  ...how,
});

/** Of L1, which has paid by the end of March. */
export const paidRow = (how: Partial<AuditedCreditRow> = {}): AuditedCreditRow =>
  creditRow({
    row: 'L1/2026-03/2026-03',
    kind: 'update',
    loanId: 'L1',
    month: '2026-03',
    at: '2026-04-01T12:00:00.000Z',
    order: 4,
    standing: 'current',
    asOf: '2026-03-31',
    dpd: 0,
    overdue: 0,
    ...how,
  });
