import type { CreditRow, FurnishedMonth } from './credit-record.js';
import type { Month } from './month.js';

/** What a bureau said of a row; the code is the bureau's own. */
export type RowReceipt = { taken: true } | { taken: false; code: string };

export type SentRow = Pick<CreditRow, 'kind' | 'month' | 'state' | 'adverse'> & { receipt?: RowReceipt };

/** Each month as it was told last, oldest first, by all rows ever sent of a loan in the order in which they were. A mark tells no month anew. */
export const furnishedMonths = (rows: readonly SentRow[]): FurnishedMonth[] => {
  const told = new Map<Month, FurnishedMonth>();
  for (const { kind, month, state, adverse, receipt } of rows) {
    const before = told.get(month);
    if (kind === 'mark') {
      if (before) told.set(month, { ...before, marked: true });
      continue;
    }
    told.set(month, { month, state, adverse, ...(receipt?.taken === false && { rejected: true }) });
    for (const [each, { marked: _, ...plain }] of told) if (each < month) told.set(each, plain);
  }
  return [...told.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1));
};
