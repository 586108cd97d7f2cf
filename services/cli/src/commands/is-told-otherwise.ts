import type { RowReceipt } from '@recourse/domain/credit-reporting/furnished-months';

/** Whether the bureau had said something else of a row, when is no matter. */
export const isToldOtherwise = (before: RowReceipt, now: RowReceipt): boolean =>
  before.taken ? !now.taken : now.taken || before.code !== now.code;
