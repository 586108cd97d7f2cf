import type { AuditedLoan } from './evidence.js';
import { layOut } from './lay-out.js';
import type { News } from './news.js';
import { orderIn } from './terms-in.js';

/** How late a loan was as a day ended, laid out anew. `since`: the oldest day unpaid; `unpaid`: the instalments. */
export type LateThen = { overdue: number; dpd: number; unpaid: number[]; late: boolean };

const dayMs = 86_400_000;
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Undefined: this reckoning does not cover the loan. Late is beyond the contract's grace and tolerance. */
export const lateOn = (
  news: readonly News[],
  { graceDays = 0, tolerance = 0 }: Pick<AuditedLoan, 'graceDays' | 'tolerance'>,
  day: string,
): LateThen | undefined => {
  const order = orderIn(news);
  const laid = order && layOut(news, day, order);
  if (!laid) return undefined;
  const open = laid.debts.filter((debt) => debt.open > 0 && debt.dueOn <= day);
  const overdue = open.reduce((sum, debt) => sum + debt.open, 0);
  const [oldest] = open.map(({ dueOn }) => dueOn).toSorted();
  const dpd = oldest === undefined ? 0 : Math.max(0, daysFrom(oldest, day));
  const unpaid = [...new Set(open.map(({ number }) => number))];
  return { overdue, dpd, unpaid, late: overdue > tolerance && dpd > graceDays };
};
