import type { Minor } from '../money/money.js';
import { creditRowKinds, type CreditRow, type CreditRowKind } from './credit-record.js';

/** What the rows of a file come to; sums by currency, minor units. */
export type CreditTotals = {
  rows: number;
  adverse: number;
  disputed: number;
  kinds: Record<CreditRowKind, number>;
  overdue: Record<string, Minor>;
  balance: Record<string, Minor>;
};

export const noTotals = (): CreditTotals => ({
  rows: 0,
  adverse: 0,
  disputed: 0,
  kinds: Object.fromEntries(creditRowKinds.map((kind) => [kind, 0])) as Record<CreditRowKind, number>,
  overdue: {},
  balance: {},
});

/** Adds one row; in place, since a file may have millions of rows. */
export const addRow = (totals: CreditTotals, { kind, currency, adverse, disputed, state }: CreditRow): void => {
  totals.rows += 1;
  totals.adverse += adverse ? 1 : 0;
  totals.disputed += disputed ? 1 : 0;
  totals.kinds[kind] += 1;
  totals.overdue[currency] = (totals.overdue[currency] ?? 0) + state.overdue;
  totals.balance[currency] = (totals.balance[currency] ?? 0) + state.balance;
};
